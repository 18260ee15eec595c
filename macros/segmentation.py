"""Chinese words for the search index: rjieba in the place of jieba, taught the data's names."""

from __future__ import annotations

from collections.abc import Iterator

import rjieba
from material.plugins.search import plugin as search_plugin

from handbook.book import Handbook
from handbook.text import Text
from handbook.wording import plain_text


class Segmenter:
    """Has the one method of jieba that Material's search plugin calls."""

    def __init__(self, words: Iterator[str]) -> None:
        self._jieba = rjieba.Jieba()
        for word in words:
            self._jieba.add_word(word)

    def cut(self, text: bytes) -> list[str]:
        """The words of a run of Han characters, and the shorter words inside them."""
        return list(self._jieba.cut(text.decode("utf-8")))


def use_for_search(book: Handbook, lang: str) -> None:
    """Let Material's search plugin segment with rjieba."""
    search_plugin.jieba = Segmenter(_names(book, lang))


def _names(book: Handbook, lang: str) -> Iterator[str]:
    for thing in book.things.values():
        name = getattr(thing, "name", None)
        if isinstance(name, Text):
            yield plain_text(name, book, lang)
        yield from getattr(thing, "also_called", ())
