"""What a company's mkdocs.yml leaves out is as in the program's own: ``theme: handbook`` says so.

Nothing is copied into a company's folder, so a newer program brings its newer settings along. The
mkdocs.yml of a clone names Material and its own overrides/: it says everything itself.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mergedeep import merge
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import get_theme_dir
from mkdocs.utils.yaml import yaml_load

from handbook.reading.shipped import MACROS, shipped

THEME = "handbook"
OVERRIDES = "overrides"
TEMPLATES = shipped(OVERRIDES)  # the program's own
_OURS = "handbook"  # the plugin, and the part of ``extra`` that is ours
_MATERIAL = "material/"  # stands before the names of Material's plugins
_NO_SETTINGS = Path(__file__).with_name("no_settings.yml")
_NO_DOCS = str(Path(__file__).with_name("pip_theme"))  # MkDocs wants a folder, pages or not
_LISTS = ("extra_css", "markdown_extensions")  # a company's come after the program's
_TAKEN = ("extra", "mdx_configs", "use_directory_urls", "validation", *_LISTS)
Settings = dict[str, Any]


def to_load(config_file: Path) -> tuple[str, Settings]:
    """The file that MkDocs should load for a company's mkdocs.yml, and what it leaves out.

    It may say nothing of theme and plugins, and it need not be there, nor docs/ beside it.
    """
    own = _own(config_file)
    # The name is there for MkDocs only: a site is called as its company is, see theme.py
    defaults = {"site_name": _OURS, "theme": THEME, "plugins": [_OURS]}
    given: Settings = {name: value for name, value in defaults.items() if name not in own}
    if "docs_dir" not in own and not (config_file.parent / "docs").is_dir():
        given["docs_dir"] = _NO_DOCS
    if os.path.lexists(config_file):
        return str(config_file), given
    return str(_NO_SETTINGS), {**given, "config_file_path": str(config_file)}


def complete(config: MkDocsConfig) -> None:
    """Fill in what a configuration leaves out, if its theme is ours and it isn't done yet."""
    root, entry = Path(config.config_file_path).parent, get_theme_dir(THEME)
    if config.docs_dir == _NO_DOCS:
        config.docs_dir = str(root / "docs")
    if entry not in config.theme.dirs:
        return
    config.theme.dirs[config.theme.dirs.index(entry)] = str(TEMPLATES)
    if config.theme.custom_dir is None and (root / OVERRIDES).is_dir():
        config.theme.dirs.insert(0, str(root / OVERRIDES))
    program = _program()
    full = _validated(_merged(program, _own(Path(config.config_file_path))), config)
    for name in _TAKEN:
        config[name] = full[name]
    for name in program["theme"]:
        config.theme[name] = full.theme[name]
    _add_plugins(config, full)
    if not Path(config.docs_dir).is_dir():
        config.plugins["macros"].config["include_dir"] = _NO_DOCS
    config.watch.append(str(root / OVERRIDES))


def _add_plugins(config: MkDocsConfig, full: MkDocsConfig) -> None:
    """Those that are missing, and for the others the options that are."""
    for name, plugin in full.plugins.items():
        known = name.replace(f"{THEME}/", _MATERIAL)
        there = config.plugins.get(name) or config.plugins.get(known)
        if there is not None:
            there.config = plugin.config
        else:
            config.plugins[name] = there = plugin
        # Material's templates ask for the name that a plugin has with Material's own theme; it is
        # entered by dict's own method, for it must not hear of every event twice
        dict.__setitem__(config.plugins, known, there)


def _program() -> Settings:
    """The program's own settings, without what is true of a clone alone."""
    with shipped("mkdocs.yml").open("rb") as file:
        settings = yaml_load(file)
    for name in ("docs_dir", "site_dir", "watch", "strict"):
        del settings[name]
    del settings["theme"]["custom_dir"], settings["plugins"][_OURS]
    settings["theme"]["name"] = THEME
    settings["plugins"]["macros"]["modules"] = [MACROS]
    settings["extra"][_OURS]["company"] = os.environ.get("HANDBOOK_COMPANY", "")
    return settings


def _own(config_file: Path) -> Settings:
    """What a company's mkdocs.yml says, by MkDocs' rules; nothing if there is none."""
    if not config_file.is_file():
        return {}
    with config_file.open("rb") as file:
        said = yaml_load(file)
    return {name: value for name, value in said.items() if value is not None}


def _merged(program: Settings, own: Settings) -> Settings:
    """Both, a company's own word last; what the environment says stays."""
    theme, plugins = own.get("theme", {}), own.get("plugins", {})
    said: Settings = {
        "theme": theme if isinstance(theme, Mapping) else {},
        "plugins": plugins if isinstance(plugins, Mapping) else _by_name(plugins),
        **{name: own[name] for name in ("extra", "validation") if name in own},
        **{name: [*program[name], *_listed(own[name])] for name in _LISTS if name in own},
    }
    named = {name.removeprefix(_MATERIAL): options for name, options in said["plugins"].items()}
    said["plugins"] = {n: options or {} for n, options in named.items() if n in program["plugins"]}
    settings: Settings = {}
    merge(settings, program, said)
    settings["theme"].pop("custom_dir", None)
    ours = settings["extra"][_OURS]
    for name, value in program["extra"][_OURS].items():
        if isinstance(ours, dict) and f"HANDBOOK_{name.upper()}" in os.environ:
            ours[name] = value
    return settings


def _listed(said: Any) -> list[Any]:
    """A list, or a group as the list that MkDocs takes for the same."""
    return [{name: said[name]} for name in said] if isinstance(said, Mapping) else [*said]


def _by_name(plugins: list[Any]) -> Settings:
    """A list of plugins, some with options, as a group."""
    named: Settings = {}
    for one in plugins:
        named |= one if isinstance(one, Mapping) else {one: {}}
    return named


def _validated(settings: Settings, config: MkDocsConfig) -> MkDocsConfig:
    """The merged settings as MkDocs understands them. Raises ConfigurationError."""
    full = MkDocsConfig(config_file_path=config.config_file_path)
    full.load_dict({**settings, "docs_dir": _NO_DOCS})
    errors, _ = full.validate()
    for name, error in errors:
        raise ConfigurationError(f"{name}: {error}")
    return full
