"""The search index: entries of pages and their parts, and what the browser's worker has to know.

Entries have location, title and lines; a page's own entry gets its kind and names, a part what it
is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handbook.company.book import Handbook
from handbook.pages.addresses import CAREERS, GLOSSARY, HOME, file_of
from handbook.pages.content import SECTIONS
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
from handbook.pages.search.page_text import Part
from handbook.pages.search.texts import lines_of
from handbook.words.catalogue import say

Entry = dict[str, Any]
_LABELLED = (*SECTIONS, "careers", "glossary")
# Where to begin when nothing is found
_ENTRIES = (file_of(HOME), file_of(CAREERS), file_of(GLOSSARY))


def entries_of(words: Iterable[tuple[Page, tuple[Part, ...]]]) -> list[Entry]:
    """An entry for each page and for each of its parts: address, title, lines."""
    return [
        {
            "location": f"{page.address}#{part.anchor}" if part.anchor else page.address,
            "title": part.title,
            "lines": list(part.lines),
        }
        for page, parts in words
        for part in parts
    ]


def knowledge(
    docs: list[Entry], book: Handbook, pages: tuple[Page, ...], lang: str
) -> dict[str, Any]:
    """Describe each entry of ``docs`` in place, and give what the worker has to know besides.

    ``docs`` are ``entries_of`` the pages and those of hand-written ones.
    """
    _describe(docs, book, pages, lang)
    return _knowledge(docs, lines_of(docs), book, lang)


def _describe(docs: list[Entry], book: Handbook, pages: tuple[Page, ...], lang: str) -> None:
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


def _knowledge(docs: list[Entry], lines: list[str], book: Handbook, lang: str) -> dict[str, Any]:
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
