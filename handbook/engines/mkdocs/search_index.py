"""Our search index in the place of the one that Material's plugin has written.

The plugin has read the hand-written pages only; those of the plan hand over their own words.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from handbook.engines.mkdocs.build_state import Build
from handbook.pages.search.knowledge import Entry, entries_of, knowledge

_TAG = re.compile(r"<[^>]*>")
_LINE_END = re.compile(r"</(?:p|li|dt|dd|th|td|h[1-6]|caption|summary)>|<br>")


def finish(path: Path, build: Build) -> None:
    """Rewrite ``search_index.json``; without a handbook it holds the written pages' words alone."""
    site = build.site
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [_plain(entry) for entry in index["docs"]]
    if site.book is None:  # the preview lists problems; there is nothing to know
        docs = [{**entry, "text": " ".join(entry.pop("lines"))} for entry in written]
        _write(path, {**index, "docs": docs})
        return
    words = ((page, build.words.get(page.path, ())) for page in site.pages)
    docs = [*entries_of(words), *written]
    known = knowledge(docs, site.book, site.pages, site.settings.lang)
    config = {**index["config"], "handbook": known}
    _write(path, {**index, "config": config, "docs": docs})


def _write(path: Path, index: dict[str, Any]) -> None:
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def _plain(entry: Entry) -> Entry:
    """An entry of the plugin without its markup."""
    title = _words(entry["title"])
    lines = [line for part in _LINE_END.split(entry["text"]) if (line := _words(part))]
    if lines and lines[0] == title:
        lines = lines[1:]
    return {"location": entry["location"], "title": title, "lines": lines}


def _words(printed: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", printed)).split())
