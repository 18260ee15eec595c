"""Both languages say the same, and every code of a problem has its message."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import handbook
import macros
from handbook.words.catalogue import LANGUAGES, say, strings

SOURCES = [
    path
    for package in (handbook, macros)
    for path in Path(str(package.__file__)).parent.rglob("*.py")
]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys() -> None:
    zh, en = set(strings("zh")), set(strings("en"))
    assert zh - en == set()
    assert {key for key in en - zh if not key.endswith(".one")} == set()
    assert all(key.removesuffix(".one") in zh for key in en)


@pytest.mark.parametrize("key", [key for key in strings("zh") if not key.startswith("field.")])
def test_both_languages_fill_in_the_same(key: str) -> None:
    """A field's meaning is shown as typed; its braces are examples of markup."""
    zh, en = places(strings("zh")[key]), places(strings("en")[key])
    # a date is written from parts in one language and as a whole in the other
    assert zh == en or key == "date"


def test_the_one_forms_fill_in_no_more_than_the_others() -> None:
    table = strings("en")
    for key in (key for key in table if key.endswith(".one")):
        assert places(table[key]) <= places(table[key.removesuffix(".one")])


@pytest.mark.parametrize("lang", LANGUAGES)
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
    known = {key for key in strings("zh") if re.fullmatch(r"HB[0-9]{3}", key)}
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
    idle = [k for k in strings("zh") if not own.match(k) and k not in quoted]
    assert [key for key in idle if not key.startswith(begun)] == []
