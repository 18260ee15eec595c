"""What mkdocs.yml and the environment say: every mistake is told, those in the file by line."""

from __future__ import annotations

import os
import re
from calendar import timegm
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from handbook.engines.mkdocs.defaults import complete, to_load
from handbook.engines.mkdocs.said import collected
from handbook.engines.site import EDITIONS, Settings
from handbook.pages.listing import Edition
from handbook.words.catalogue import languages
from handbook.words.facts import Listed, Sentence, told
from handbook.words.problem import Place, Problem

_VALUE = re.compile(r"Config value '([\w-]+).*?': (.*)")
_PLUGINS = ("macros", "handbook")  # without them pages would show their source
_NAMES = ("company", "data", "lang")
_EPOCH = "SOURCE_DATE_EPOCH"
_LAST = 2**32 - 1  # what the compressed sitemap can hold


Wrong = Sequence[tuple[str, object]]  # settings and what is wrong with them


class WrongConfig(ConfigurationError):
    """Mistakes in mkdocs.yml; the message is a line for each."""

    def __init__(self, lang: str, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.line(lang) for problem in problems))
        self.problems = tuple(problems)


def configured(config_file: Path, lang: str, **options: Any) -> MkDocsConfig:
    """What mkdocs.yml says. Raises ConfigurationError: a line for every mistake."""
    config_file = config_file.absolute()
    lines = _lines_of(config_file, lang)
    with collected() as said:
        try:
            file, given = to_load(config_file)
            config = load_config(file, **given, **options)
            complete(config)
        except Exception as error:  # whatever plugins and hooks do with a wrong value
            if isinstance(error.__context__, yaml.MarkedYAMLError):
                raise _no_yaml(config_file, lang, error.__context__) from error
            wrong: Wrong = [
                (match[1], match[2]) for line in said if (match := _VALUE.fullmatch(line))
            ]
            wrong = wrong or [("", str(error) or type(error).__name__)]
            raise _refused(config_file, lines, lang, wrong) from error
    if own := list(own_mistakes(config)):
        raise _refused(config_file, lines, lang, own)
    return config


def own_mistakes(config: MkDocsConfig) -> Iterator[tuple[str, Sentence]]:
    """What is missing or wrong in our own part of a configuration: setting and reason."""
    for name in _PLUGINS:
        if name not in config.plugins:
            yield "plugins", Sentence("config.plugin", {"name": name})
    own = config.extra.get("handbook")
    own = own if isinstance(own, dict) else {}
    for name in _NAMES:
        if isinstance(own.get(name), (dict, list, type(None))):
            yield "extra", Sentence("config.own", {"name": name})
    if (lang_wanted := str(own.get("lang"))) not in languages():
        yield (
            "extra",
            Sentence("cli.lang", {"name": lang_wanted, "known": Listed(tuple(languages()))}),
        )
    for name, allowed in (("draft", (True, False)), ("edition", EDITIONS)):
        if own.get(name) not in allowed:
            choice = " / ".join(str(value).lower() for value in allowed)
            yield "extra", Sentence("config.choice", {"name": name, "choice": choice})


def sources(config: MkDocsConfig, data: Path) -> list[Path]:
    """What a site is made of and must never cover."""
    root = Path(config.config_file_path).parent
    files = (config.config_file_path, config.docs_dir, *config.theme.dirs, *config.watch)
    return [*map(Path, files), data, root / ".git"]


def _lines_of(config_file: Path, lang: str) -> dict[str, int]:
    """The line of each setting; none if there is no such file.

    Raises ConfigurationError if it is no YAML.
    """
    name = config_file.name
    if not os.path.lexists(config_file):
        return {}
    try:
        with config_file.open("rb") as file:
            root = yaml.compose(file, Loader=yaml.SafeLoader)
    except OSError as error:
        reason = error.strerror or str(error)
        problem = Problem("HB920", Place(name), {"reason": reason})
        raise WrongConfig(lang, [problem]) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _no_yaml(config_file, lang, error) from error
    if not isinstance(root, yaml.MappingNode):
        raise WrongConfig(lang, [Problem("HB921", Place(name))])
    return {str(key.value): key.start_mark.line + 1 for key, _ in root.value}


def _no_yaml(config_file: Path, lang: str, error: Exception) -> ConfigurationError:
    mark, name = getattr(error, "problem_mark", None), config_file.name
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or error
    return WrongConfig(lang, [Problem("HB922", place, {"reason": str(reason)})])


def _refused(
    config_file: Path, lines: dict[str, int], lang: str, wrong: Wrong
) -> ConfigurationError:
    problems = []
    for name, reason in wrong:
        place = Place(config_file.name, lines.get(name, 1))
        text = reason
        if isinstance(reason, str):
            text = " ".join(reason.replace(f"{config_file.parent}{os.sep}", "").split())
        code = "HB923" if name else "HB924"
        problems.append(Problem(code, place, {"name": name, "reason": text}))
    return WrongConfig(lang, problems)


def settings_of(config: Mapping[str, Any]) -> Settings:
    """What mkdocs.yml says under ``extra.handbook``; paths count from its folder."""
    own = config["extra"]["handbook"]
    root = Path(config["config_file_path"]).parent
    edition: Edition = own["edition"] if own["edition"] in EDITIONS else "employee"
    data = (root / os.path.expanduser(str(own["data"] or "policy_data"))).resolve()
    return Settings(str(own["company"]), data, str(own["lang"]), bool(own["draft"]), edition)


def check_epoch(lang: str) -> None:
    """Raise ConfigurationError if SOURCE_DATE_EPOCH is set to what is no moment."""
    given = os.environ.get(_EPOCH, "0")
    if not re.fullmatch(r"[0-9]{1,10}", given) or int(given) > _LAST:
        facts = {"name": _EPOCH, "value": given, "last": _LAST}
        raise ConfigurationError(told("config.epoch", lang, **facts))


@contextmanager
def dated(day: date | None) -> Iterator[None]:
    """SOURCE_DATE_EPOCH from the handbook's own day, unless somebody has set it."""
    if _EPOCH in os.environ:
        yield
        return
    os.environ[_EPOCH] = str(timegm((day or date(2000, 1, 1)).timetuple()))
    try:
        yield
    finally:
        del os.environ[_EPOCH]
