"""Our search index in the place of the one that Material's plugin has written.

The plugin has read the hand-written pages only; those of the plan hand over their own words.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from handbook.engines.mkdocs.site import Site
from handbook.pages.search.index import Entry, entries_of, knowledge

_TAG = re.compile(r"<[^>]*>")
_LINE_END = re.compile(r"</(?:p|li|dt|dd|th|td|h[1-6]|caption|summary)>|<br>")


def finish(path: Path, site: Site) -> None:
    """Rewrite ``search_index.json``; without a handbook it holds the written pages' words alone."""
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [_plain(entry) for entry in index["docs"]]
    words = ((page, site.words.get(page.path, ())) for page in site.pages)
    docs = [*entries_of(words), *written]
    lang = site.settings.lang
    known = knowledge(docs, site.book, site.pages, lang) if site.book is not None else {"lines": []}
    index["config"]["handbook"], index["docs"] = known, docs
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
