"""The words that a query is taken apart into, by how much they matter.

Chinese is written without spaces; the browser finds the words of a query among those that the
handbook itself uses, cut by rjieba when the site is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import rjieba

from handbook.pages.search.language import language

_HAN_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,4}\Z")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9&.+-]+")
Group = tuple[tuple[str, ...], tuple[str, ...]]


def words(
    docs: list[dict[str, Any]], lines: Iterable[str], groups: Iterable[Group]
) -> tuple[list[str], ...]:
    """Titles; other names of pages; words that mean the same, and matters; words of the texts.

    No word stands in more than one of the four. ``lines``: the texts of ``docs``, each once.
    """
    titles = _once(entry["title"] for entry in docs if "kind" in entry)
    others = _once((name for entry in docs for name in entry.get("names", ())), but=titles)
    names = [*titles, *others]
    topics = (
        word for kind in language().topics.values() for part in kind.values() for word in part
    )
    keys = (key for entry in docs for key in entry.get("keys", ()))
    grouped = (word for same, wider in groups for word in (*same, *wider))
    matters = _once(grouped, topics, keys, but=names)
    printed = dict.fromkeys((*(entry["title"] for entry in docs), *names, *lines))
    used = (
        word
        for text in printed
        for word in (*rjieba.cut(text), *_LATIN_WORD.findall(text))
        if _HAN_WORD.match(word) or _LATIN_WORD.fullmatch(word)
    )
    return titles, others, matters, sorted(_once(used, but=[*names, *matters]))


def _once(*parts: Iterable[str], but: Iterable[str] = ()) -> list[str]:
    known = set(but)
    found = dict.fromkeys(word for part in parts for word in part if "|" not in word)
    return [word for word in found if word not in known]
