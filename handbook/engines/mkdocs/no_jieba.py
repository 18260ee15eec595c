"""Material's search plugin cuts no words: our index needs texts without its invisible spaces."""

from __future__ import annotations

from material.plugins.search import plugin as search_plugin


def leave_words_whole() -> None:
    """No jieba in the plugin: our index needs the texts without its invisible spaces."""
    search_plugin.jieba = None
