"""Languages that only tests speak, and one that makes every string of the catalogue visible.

The letters of PSEUDO are Hangul: what is read in Han or Latin letters then stands in no catalogue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from string import Formatter
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from handbook.model import Company
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KIND_BY_FOLDER
from handbook.reading.data_format import FORMAT_FILE
from handbook.reading.node import plain
from handbook.reading.source import read
from handbook.words import figures
from handbook.words import languages as folders
from handbook.words.catalogue import FIRST, strings
from handbook.words.text import Text

Speak = Callable[[str, dict[str, str]], None]
PSEUDO = "xx"
LETTERS = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u3400-\u9fff]+")
_FIRST_LETTER, _NUMBER = 0xAC00, 11172  # Hangul syllables
_OWN = {"language.tag": "de-DE", "language.theme": "en", "language.numerals": "digits"}
_SYNTAX = re.compile(r"\$\$?\{[^}\n]*\}?|\[\[[^\[\]|\n]*|[^$\[]+|.", re.DOTALL)
_PLACE = re.compile(r"HB[0-9]{3}|\{\w+\}")
_THEME_WORDS = re.compile(r'^  "([a-z.]+)": "(.*)",?$', re.MULTILINE)


@contextmanager
def speaking(folder: Path) -> Iterator[Speak]:
    """A way to add languages, whose catalogue is written to ``folder``, until the end."""

    def add(lang: str, table: dict[str, str]) -> None:
        (folder / lang).mkdir(parents=True, exist_ok=True)
        (folder / lang / "all.yml").write_text(json.dumps(table), encoding="utf-8")
        _forget()

    folder.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(folders.MORE, str(folder))
        yield add
    _forget()


def _forget() -> None:
    for kept in (
        folders.languages, folders.strings, figures.locale_of, figures.number, figures._months
    ):  # fmt: skip
        kept.cache_clear()


def pseudo(text: str) -> str:
    """The text with other letters, as long as before."""
    return LETTERS.sub(lambda run: "".join(map(_letter, run[0])), text)


def _letter(letter: str) -> str:
    return chr(_FIRST_LETTER + ord(letter) % _NUMBER)


def pseudo_strings() -> dict[str, str]:
    """The whole catalogue and the theme's own words in PSEUDO; places stay."""
    found = {key: _with_places(key, text) for key, text in strings(FIRST).items()}
    words = files("material") / "templates" / "partials" / "languages" / "en.html"
    theme = dict(_THEME_WORDS.findall(words.read_text(encoding="utf-8")))
    for key in [key for key in theme if key.startswith("search.config")]:
        del theme[key]
    del theme["language"], theme["direction"]
    found |= {f"theme.{key}": pseudo(text) for key, text in theme.items()}
    return found | _OWN | {"date": "d.M.y"}


def _with_places(key: str, text: str) -> str:
    if key.startswith("field."):  # shown as typed, with braces as examples
        return pseudo(text)
    said = ""
    for words, place, _, _ in Formatter().parse(text):
        said += pseudo(words).replace("{", "{{").replace("}", "}}")
        said += "" if place is None else f"{{{place}}}"
    return said


def pseudo_text(text: str) -> str:
    """A text of the data in PSEUDO; parameters, links and their ids stay."""
    parts = _SYNTAX.findall(text)
    return "".join(part if part.startswith(("${", "$${", "[[")) else pseudo(part) for part in parts)


def mark(data: Path) -> set[str]:
    """Give every text in a folder of data its PSEUDO. What else is read in the data is returned."""
    words: set[str] = set()
    for path in sorted(data.rglob("*.yml")):
        inside = path.relative_to(data).parts
        if inside == (FORMAT_FILE,):
            continue
        if inside[0] == COMPANIES_FOLDER:
            inside = inside[2:]
        model: type[BaseModel] = Company
        if inside != (COMPANY_FILE,):
            model = KIND_BY_FOLDER[inside[0].removesuffix(".yml")].model
        node, problems = read(path, path.name)
        assert node is not None
        assert problems == []
        content = plain(node)
        several = isinstance(content, list)
        marked = [_marked(each, model, words) for each in (content if several else [content])]
        text = yaml.safe_dump(marked if several else marked[0], allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")
    return words


def _marked(value: Any, annotation: Any, words: set[str]) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if value is None:
        return None
    if origin in (Union, UnionType):
        return _marked(value, arguments[0], words)
    if annotation is Text:
        texts = value if isinstance(value, dict) else {FIRST: value}
        return {**texts, PSEUDO: pseudo_text(texts[FIRST])}
    if isinstance(value, list):
        return [_marked(item, arguments[0], words) for item in value]
    if origin is dict:  # a company's values
        words |= {text for text in value.values() if isinstance(text, str)}
        return value
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        known = {name: fields[name].annotation for name in value if name in fields}
        return {n: _marked(v, known[n], words) if n in known else v for n, v in value.items()}
    if isinstance(value, str) and (annotation is str or hasattr(annotation, "__metadata__")):
        words.add(value)
    return value


def read_elsewhere(text: str, words: set[str]) -> list[str]:
    """What of a text is neither PSEUDO nor among ``words``, places for scripts left out."""
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, " ")
    return LETTERS.findall(_PLACE.sub(" ", text))
