"""Finished HTML goes around Markdown, and to the search as plain text.

What a macro prints is HTML already. Markdown would find markup in the words of the data, and takes
a third of a build; the search plugin's parser takes another. So a mark stands in a page's Markdown
for every part, and only headings go through Markdown.
"""

from __future__ import annotations

import re

from handbook.printing.headings import HEADING, TOKEN

_BLOCK = f'<p id="{TOKEN}-{{}}"></p>'
_INLINE = f"{TOKEN}x{{}}x"
_MARK = re.compile(rf'<p id="{TOKEN}-(\d+)"></p>|{TOKEN}x(\d+)x')
_EXCLUDED = re.compile(
    r"<(figure|footer|nav|details|form|script|p|h1)\b[^>]* data-search-exclude.*?</\1>", re.DOTALL
)
_BREAK = re.compile(r"</(?:p|li|dt|dd|th|td|h[1-6]|caption|summary|div|span)>|<br>")
_TAG = re.compile(r"<[^>]*>")


class Stash:
    """The parts of one build, by number."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def blocks(self, printed: str) -> str:
        """Markdown for what a macro printed: its headings, and a mark for all between them."""
        lines: list[str] = []
        position = 0
        for heading in [*HEADING.finditer(printed), None]:
            part = printed[position : heading.start() if heading else None].strip()
            if part:
                lines.append(_BLOCK.format(self._keep(part)))
            if heading:
                lines.append(heading[1])
                position = heading.end()
        return "\n\n" + "\n\n".join(lines) + "\n\n"

    def inline(self, printed: str) -> str:
        """Markdown for a part inside a line."""
        return _INLINE.format(self._keep(printed.strip()))

    def for_search(self, html: str) -> str:
        """A page as the search should see it: headings, and the words of each part."""
        return _MARK.sub(self._words, html)

    def put_back(self, html: str) -> str:
        """A page as people see it."""
        return _MARK.sub(lambda mark: self._parts[int(mark[1] or mark[2])], html)

    def _keep(self, part: str) -> int:
        self._parts.append(part)
        return len(self._parts) - 1

    def _words(self, mark: re.Match[str]) -> str:
        part = self._parts[int(mark[1] or mark[2])]
        text = " ".join(_TAG.sub("", _BREAK.sub(" ", _EXCLUDED.sub("", part))).split())
        return f"<p>{text}</p>" if mark[1] else text
