"""The search index after Material's plugin has written it: smaller, and with names as keywords.

The search box cuts a query into the longest words that the index knows and never looks at the
query's last character. So a name is found exactly only if it is a word of the index, and also
without its last character. The page shows nothing of this field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handbook.book import Handbook
from handbook.plan import Page
from handbook.text import Text
from handbook.wording import plain_text

_PARTS = re.compile(
    r"[\s()（）\[\]【】《》“”·、，,/|-]+"
)  # 客服台专员（夜班） is found by 客服台专员
FIELD = "names"
BOOST = 500.0


def finish(path: Path, book: Handbook | None, pages: tuple[Page, ...], lang: str) -> None:
    """Rewrite ``search_index.json``: Chinese as characters rather than escapes, names added."""
    index = json.loads(path.read_text(encoding="utf-8"))
    if book is not None:
        index["config"]["fields"][FIELD] = {"boost": BOOST}
        names = {_location(page): " ".join(_words(book, page, lang)) for page in pages if page.key}
        for entry in index["docs"]:
            if entry["location"] in names:
                entry[FIELD] = names[entry["location"]]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def _location(page: Page) -> str:
    return page.path.removesuffix(".md") + ".html"


def _words(book: Handbook, page: Page, lang: str) -> Iterator[str]:
    thing: Any = book.things[page.key] if page.key else None
    name = getattr(thing, "name", None)
    names = [plain_text(name, book, lang)] if isinstance(name, Text) else []
    for word in (*names, *getattr(thing, "also_called", ())):
        for part in dict.fromkeys((word, *_PARTS.split(word))):
            yield part
            if len(part) > 2:
                yield part[:-1]
