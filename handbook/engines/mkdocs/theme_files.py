"""The files of the theme: none may be missing, and a company's own main.html stands on ours."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateNotFound, meta
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_theme_dir

from handbook.engines.mkdocs.defaults import OVERRIDES, TEMPLATES, THEME
from handbook.words.catalogue import say

_MAIN = "main.html"
NEEDED = (
    _MAIN,
    "404.html",
    "partials/language.html",
    "assets/handbook.css",
    "assets/print.css",
    "assets/iframe-worker.js",
    "assets/menu.js",
    "assets/shared.js",
    "assets/search/worker.js",
)


def layer(env: Environment, config: MkDocsConfig, lang: str) -> None:
    """Let templates of a company's ``overrides/`` extend ours of the same name.

    Raises PluginError: a file of the theme is missing, for which Material would put its own or
    nothing; or a main.html leaves ours out, and with it the search and every script.
    """
    material = Path(get_theme_dir("material"))
    folders = [Path(folder) for folder in config.theme.dirs if Path(folder) != material]
    for name in NEEDED:
        if not any((folder / name).is_file() for folder in folders):
            raise PluginError(say("theme.missing", lang, file=name))
    if config.theme.name != THEME:
        return
    ours = {THEME: FileSystemLoader(TEMPLATES)}
    assert env.loader is not None
    _, path, _ = env.loader.get_source(env, _MAIN)
    env.loader = ChoiceLoader([env.loader, PrefixLoader(ours)])
    base = f"{THEME}/{_MAIN}"
    replaced = path is None or Path(path).parent != TEMPLATES
    if replaced and base not in _needed_by(_MAIN, env):
        raise PluginError(say("theme.main", lang, file=f"{OVERRIDES}/{_MAIN}", base=base))


def _needed_by(name: str, env: Environment) -> set[str]:
    """The templates that one extends or includes, itself or by others; it may go in circles."""
    assert env.loader is not None
    found, waiting = set[str](), [name]
    while waiting:
        try:
            source, _, _ = env.loader.get_source(env, waiting.pop())
        except TemplateNotFound:  # told when the page is made, or meant to be optional
            continue
        new = {one for one in meta.find_referenced_templates(env.parse(source)) if one} - found
        found |= new
        waiting += new
    return found
