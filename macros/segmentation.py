"""Chinese words for the search index: rjieba in the place of jieba, which is eight times slower."""

from __future__ import annotations

import rjieba
from material.plugins.search import plugin as search_plugin


class Segmenter:
    """Has the one method of jieba that Material's search plugin calls."""

    @staticmethod
    def cut(text: bytes) -> list[str]:
        """The words of a run of Han characters, given in UTF-8."""
        return list(rjieba.cut(text.decode("utf-8")))


def use_for_search() -> None:
    """Let Material's search plugin segment with rjieba."""
    search_plugin.jieba = Segmenter
