"""mkdocs.yml: every mistake in it with its line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from handbook.engines.mkdocs.said import collected
from handbook.pages.listing import Edition
from handbook.words.catalogue import say
from handbook.words.terminal import clean

_VALUE = re.compile(r"Config value '([\w-]+).*?': (.*)", re.DOTALL)
_PLUGINS = ("macros", "handbook")  # without them pages would show their source
_NAMES = ("company", "data", "lang")


def configured(config_file: Path, lang: str, **options: Any) -> MkDocsConfig:
    """What mkdocs.yml says. Raises ConfigurationError: a line for every mistake."""
    config_file = config_file.absolute()
    lines = _lines_of(config_file, lang)
    with collected() as said:
        try:
            config = load_config(str(config_file), **options)
        except Exception as error:  # whatever plugins and hooks do with a wrong value
            if isinstance(error.__context__, yaml.MarkedYAMLError):
                raise _no_yaml(config_file, lang, error.__context__) from error
            told = [(match[1], match[2]) for line in said if (match := _VALUE.fullmatch(line))]
            told = told or [("", str(error) or type(error).__name__)]
            raise _refused(config_file, lines, lang, told) from error
    if wrong := list(own_mistakes(config, lang)):
        raise _refused(config_file, lines, lang, wrong)
    return config


def own_mistakes(config: MkDocsConfig, lang: str) -> Iterator[tuple[str, str]]:
    """What is missing or wrong in our own part of a configuration: setting and reason."""
    for name in _PLUGINS:
        if name not in config.plugins:
            yield "plugins", say("config.plugin", lang, name=name)
    own = config.extra.get("handbook")
    own = own if isinstance(own, dict) else {}
    for name in _NAMES:
        if isinstance(own.get(name), (dict, list, type(None))):
            yield "extra", say("config.own", lang, name=name)
    for name, allowed in (("draft", (True, False)), ("edition", get_args(Edition))):
        if own.get(name) not in allowed:
            choice = " / ".join(str(value).lower() for value in allowed)
            yield "extra", say("config.choice", lang, name=name, choice=choice)


def sources(config: MkDocsConfig, data: Path) -> list[Path]:
    """What a site is made of and must never cover."""
    root = Path(config.config_file_path).parent
    files = (config.config_file_path, config.docs_dir, *config.theme.dirs, *config.watch)
    return [*map(Path, files), data, root / ".git"]


def _lines_of(config_file: Path, lang: str) -> dict[str, int]:
    """The line of each setting. Raises ConfigurationError if it is no YAML."""
    name = config_file.name
    try:
        with config_file.open("rb") as file:
            root = yaml.compose(file, Loader=yaml.SafeLoader)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigurationError(
            say("config.unreadable", lang, name=name, reason=reason)
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _no_yaml(config_file, lang, error) from error
    if not isinstance(root, yaml.MappingNode):
        raise ConfigurationError(say("config.mapping", lang, place=f"{name}:1:1"))
    return {str(key.value): key.start_mark.line + 1 for key, _ in root.value}


def _no_yaml(config_file: Path, lang: str, error: Exception) -> ConfigurationError:
    mark, name = getattr(error, "problem_mark", None), config_file.name
    place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else f"{name}:1:1"
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or error
    return ConfigurationError(say("config.yaml", lang, place=place, reason=clean(str(reason))))


def _refused(
    config_file: Path, lines: dict[str, int], lang: str, told: list[tuple[str, str]]
) -> ConfigurationError:
    sentences = []
    for name, reason in told:
        place = f"{config_file.name}:{lines.get(name, 1)}:1"
        key = "config.value" if name else "config.other"
        text = " ".join(clean(reason.replace(f"{config_file.parent}{os.sep}", "")).split())
        sentences.append(say(key, lang, place=place, name=name, reason=text))
    return ConfigurationError("\n".join(sentences))
