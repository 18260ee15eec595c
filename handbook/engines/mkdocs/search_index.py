"""The search index after Material's plugin has written it: our worker's own, in the same place.

``docs`` keep location and title, as plain text; a page's own entry gets its kind and names, a part
what it is about. All else stands in ``config.handbook``: the lines of the texts, and what the
worker has to know.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from handbook.company.book import Handbook
from handbook.pages.addresses import CAREERS, GLOSSARY, PAGE_FOLDERS, built_path
from handbook.pages.listing import Page
from handbook.pages.search import lexicon, spelling
from handbook.pages.search.answers import answers
from handbook.pages.search.language import language
from handbook.pages.search.names import (
    Named,
    abbreviation,
    mention,
    numberless,
    page_names,
    part_keys,
    word_groups,
)
from handbook.pages.search.texts import lines_of
from handbook.words.catalogue import say

_TAG = re.compile(r"<[^>]*>")
_BEFORE_POINT = re.compile(r" (?=[，。；：、！？）”])")  # where a value or a link ends
_LABELLED = (*PAGE_FOLDERS, "careers", "glossary", "hr")
# Where to begin when nothing is found
_ENTRIES = ("index.html", built_path(CAREERS), built_path(GLOSSARY))


def finish(path: Path, book: Handbook | None, pages: tuple[Page, ...], lang: str) -> None:
    """Rewrite ``search_index.json``; without a handbook only its texts become plain."""
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        for field in ("title", "text"):
            entry[field] = _words_only(entry[field])
        entry["text"] = entry["text"].removeprefix(entry["title"]).lstrip()
    if book is not None:
        _describe(index["docs"], book, pages, lang)
        lines = lines_of(index["docs"])
        index["config"]["handbook"] = _knowledge(index["docs"], lines, book, lang)
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def _words_only(printed: str) -> str:
    text = " ".join(html.unescape(_TAG.sub(" ", printed)).split())
    return _BEFORE_POINT.sub("", text)


def _describe(
    docs: list[dict[str, Any]], book: Handbook, pages: tuple[Page, ...], lang: str
) -> None:
    """Kinds, names and keys for every entry."""
    named = page_names(book, pages, lang)
    planned = {page.address: page for page in pages}
    for entry in docs:
        location, _, anchor = entry["location"].partition("#")
        if not anchor:
            this = named.get(location, Named("page"))
            entry["kind"] = this.kind
            entry["names"] = [name for name in this.names if name != entry["title"]]
            entry["keys"] = list(this.keys)
        elif location in planned:
            keys = part_keys(book, planned[location], anchor, lang)
            entry["keys"] = [key for key in keys if key != entry["title"]]
            if (weight := mention(book, planned[location], anchor)) != 1.0:
                entry["mention"] = weight
            if (heading := numberless(book, planned[location], anchor, lang)) is not None:
                entry["heading"] = heading
            if (short := abbreviation(book, anchor)) is not None:
                entry["names"] = [short]


def _knowledge(
    docs: list[dict[str, Any]], lines: list[str], book: Handbook, lang: str
) -> dict[str, Any]:
    """Words, spellings, answers and the words to show, for config.handbook."""
    number = {entry["location"]: i for i, entry in enumerate(docs)}
    groups = list(word_groups(book, lang))
    words = lexicon.words(docs, lines, groups)
    titles = (entry["title"] for entry in docs)
    text = "".join((*titles, *lines, *map("".join, words)))
    known = language()
    there = {entry.get("kind") for entry in docs}
    found = {
        (number[a.location], a.questions, a.text, a.about, a.names)
        for a in answers(book, lang)
        if a.location in number
    }
    return {
        "questions": known.questions,
        "silent": known.silent,
        "short": known.short,
        "weights": known.weights,
        "kinds": {kind: say(f"search.{kind}", lang) for kind in _LABELLED if kind in there},
        "groups": [[list(words), list(wider)] for words, wider in groups],
        "words": ["|".join(level) for level in words],
        "syllables": spelling.syllables(text),
        "exceptions": spelling.exceptions(word for level in words for word in level),
        "traditional": spelling.traditional(text),
        "answers": sorted(found),
        "entries": [number[address] for address in _ENTRIES if address in number],
        "say": {key: say(f"search.{key}", lang) for key in ("none", "entries")},
        "lines": lines,
    }  # fmt: skip
