"""Finished HTML of a generated page goes around Markdown, and to the search as plain text.

Between its headings a generated page is HTML already. Sending that through Markdown and through
the search plugin's parser takes two thirds of a build and changes nothing.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"^#{2,3} .* \{: #[\w-]+ \}$", re.MULTILINE)
_MARK = '<p id="hb-part-{}"></p>'
_MARKED = re.compile(_MARK.format(r"(\d+)"))
_EXCLUDED = re.compile(r"<(figure|footer)\b[^>]* data-search-exclude.*?</\1>", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|li|dt|dd|th|td|h[1-6]|caption|summary|div)>")
_TAG = re.compile(r"<[^>]*>")


def take_out(markdown: str) -> tuple[str, list[str]]:
    """Headings with a mark for every part between them, and the parts."""
    parts: list[str] = []
    lines: list[str] = []
    position = 0
    for heading in [*_HEADING.finditer(markdown), None]:
        part = markdown[position : heading.start() if heading else None].strip()
        if part:
            lines.append(_MARK.format(len(parts)))
            parts.append(part)
        if heading:
            lines.append(heading[0])
            position = heading.end()
    return "\n\n".join(lines), parts


def for_search(html: str, parts: list[str]) -> str:
    """The page as the search should see it: headings, and the words of each part."""
    return _MARKED.sub(lambda mark: f"<p>{_words(parts[int(mark[1])])}</p>", html)


def put_back(html: str, parts: list[str]) -> str:
    """The page as people see it."""
    return _MARKED.sub(lambda mark: parts[int(mark[1])], html)


def _words(part: str) -> str:
    text = _TAG.sub("", _BLOCK_END.sub(" ", _EXCLUDED.sub("", part)))
    return " ".join(text.split())
