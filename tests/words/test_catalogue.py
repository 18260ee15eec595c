"""All languages say the same, and every code of a problem has its message."""

from __future__ import annotations

import importlib.resources
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
import yaml

import handbook
import macros
from handbook.model.parameter_type import TYPES
from handbook.words.catalogue import FIRST, languages, say, strings
from handbook.words.figures import date_form, written_date

SOURCES = [
    path
    for package in (handbook, macros)
    for path in Path(str(package.__file__)).parent.rglob("*.py")
]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", languages())
def test_no_key_stands_in_two_files(lang: str) -> None:
    """Be it one of the catalogue or one beside what alone says it."""
    files = [
        path
        for root in Path(str(handbook.__file__)).parent.rglob("catalogue")
        for path in (root / lang).glob("*.yml")
    ]
    keys = [key for path in files for key in yaml.safe_load(path.read_text(encoding="utf-8"))]
    assert len(keys) == len(set(keys)) == len(strings(lang))


PLURAL = re.compile(r"\.(zero|one|two|few|many)$")
OTHERS = [lang for lang in languages() if lang != FIRST]
# What a string may leave out
OPTIONAL = {"unit.month_of_year": {"n", "month"}}


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_has_the_same_keys(lang: str) -> None:
    """But for plural forms, and for words of the theme that a language says otherwise."""
    first, own = set(strings(FIRST)), set(strings(lang))
    assert first - own == set()
    more = {PLURAL.sub("", key) for key in own - first if not key.startswith("theme.")}
    assert more - first == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_fills_in_the_same(lang: str) -> None:
    """A field's meaning is shown as typed; its braces are examples of markup."""
    for key in (key for key in strings(FIRST) if not key.startswith("field.")):
        first, own = places(strings(FIRST)[key]), places(strings(lang)[key])
        assert own == first or own <= OPTIONAL.get(key, set()), key


@pytest.mark.parametrize("lang", languages())
def test_plural_forms_fill_in_no_more_than_the_others(lang: str) -> None:
    table = strings(lang)
    for key in (key for key in table if PLURAL.search(key)):
        assert places(table[key]) <= places(table[PLURAL.sub("", key)]), key


@pytest.mark.parametrize("lang", languages())
def test_a_language_says_what_it_is(lang: str) -> None:
    assert say("language.tag", lang).split("-")[0] == lang.split("-", maxsplit=1)[0]
    assert say("language.numerals", lang) in ("han", "digits")
    theme = importlib.resources.files("material") / "templates" / "partials" / "languages"
    assert (theme / f"{say('language.theme', lang)}.html").is_file()
    assert written_date(date(2026, 1, 4), lang)
    assert date_form(lang)


@pytest.mark.parametrize("lang", languages())
def test_every_type_of_parameter_has_its_words(lang: str) -> None:
    named = {f"{start}.{name}" for name in TYPES for start in ("expected", "parameter-type")}
    units = {f"unit.{name}" for name, about in TYPES.items() if about.number}
    assert (named | units) - strings(lang).keys() == set()


def test_the_first_language_is_that_of_the_data() -> None:
    assert languages()[0] == FIRST


@pytest.mark.parametrize("lang", languages())
def test_every_string_is_text_and_not_empty(lang: str) -> None:
    assert [
        key for key, text in strings(lang).items() if not isinstance(text, str) or not text
    ] == []


def test_every_code_has_a_message_and_every_message_a_use() -> None:
    used = {
        code
        for path in SOURCES
        for code in re.findall(r"HB[0-9]{3}", path.read_text(encoding="utf-8"))
    }
    known = {key for key in strings(FIRST) if re.fullmatch(r"HB[0-9]{3}", key)}
    assert used - known == set()
    assert known - used == set()


def test_a_fact_may_have_any_name() -> None:
    assert say("HB107", "en", key="id", line=3).startswith('"id" already stands in line 3')


def test_every_string_is_asked_for() -> None:
    """By its whole key, or by the beginning that a template or module adds a name to."""
    packages = [Path(str(package.__file__)).parent for package in (handbook, macros)]
    overrides = packages[1].parent / "overrides"
    files = [*SOURCES, *packages[0].rglob("*.html"), *overrides.glob("*.html")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    quoted = set(re.findall(r"""["']([\w.-]+)["'{]""", source))
    begun = tuple(start for start in quoted if start.endswith((".", "-")))
    own = re.compile(r"HB[0-9]{3}|.*\.one$")
    idle = [k for k in strings(FIRST) if not own.match(k) and k not in quoted]
    assert [key for key in idle if not key.startswith(begun)] == []
