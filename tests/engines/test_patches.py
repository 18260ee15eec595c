"""What we replace in other packages is still there, and still used as we think."""

from __future__ import annotations

import inspect

import pytest
from jinja2 import Environment
from material.plugins.search import plugin as search_plugin
from mkdocs.exceptions import PluginError
from mkdocs_macros import context

from handbook.engines.mkdocs import no_git, theme_markup
from handbook.engines.mkdocs.no_jieba import leave_words_whole


def test_macros_ask_git_by_the_function_that_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(context.get_git_info)
    assert "get_git_info()" in inspect.getsource(context.define_env)
    monkeypatch.setattr(context, "get_git_info", context.get_git_info)  # put back afterwards
    no_git.ask_git_nothing()
    assert context.get_git_info() == {}


def test_the_search_plugin_cuts_words_by_the_module_that_is_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "jieba" in vars(search_plugin)
    source = inspect.getsource(search_plugin)
    assert "if jieba" in source or "jieba and" in source or "not jieba" in source
    monkeypatch.setattr(search_plugin, "jieba", search_plugin.jieba)
    leave_words_whole()
    assert search_plugin.jieba is None


def test_a_theme_that_no_longer_prints_what_is_changed_stops_the_build() -> None:
    env = Environment(autoescape=False)
    theme_markup.install(env, "zh")
    assert env.from_string('{{ "<a>" | instead("<a", "<a b") }}').render() == "<a b>"
    with pytest.raises(PluginError, match="nothing of it"):
        env.from_string('{{ "<a>" | instead("nothing of it", "x") }}').render()
    settings = '{"search": "assets/w.js", "x": 1}'
    changed = env.from_string("{{ s | search_by('own.js') }}").render(s=settings)
    assert changed == '{"search": "own.js", "x": 1}'
    with pytest.raises(PluginError):
        env.from_string("{{ s | search_by('own.js') }}").render(s="{}")
