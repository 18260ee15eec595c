"""Why a page can't be run is told in the reader's language, as far as people make such mistakes."""

from __future__ import annotations

import pytest
from jinja2 import TemplateSyntaxError

from handbook.engines.mkdocs.reasons import reason_of
from handbook.engines.mkdocs.sandbox import CannotRun, reading_environment, run
from handbook.words.catalogue import Said
from handbook.words.facts import Sentence


def _param(name: str) -> str:
    return f"<{name}>"


@pytest.mark.parametrize(
    ("page", "key", "facts"),
    [
        ("{{ nothing }}", "page.undefined", {"name": "nothing"}),
        ("{% set a = {} %}{{ a.b }}", "page.no-part", {"name": "b"}),
        ("{{ [1][3] }}", "page.no-part", {"name": "3"}),
        ("{{ ''.__class__ }}", "page.forbidden", {"name": "__class__"}),
        ("{{ 'a' + 'b' }}", "page.numbers", {"name": "+"}),
        ("{{ 2 ** 99 }}", "page.too-large", {}),
        ("{{ range(999999) }}", "page.too-large", {}),
        ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
         "page.endless", {}),
        ("{{ 1 / 0 }}", "page.by-zero", {}),
        ("{{ param() }}", "page.arguments", {"name": "_param"}),
        ("{{ param('x', 'y') }}", "page.arguments", {"name": "_param"}),
        ("{{ 1() }}", "page.no-call", {}),
        ("{{ 1 - 'a' }}", "page.types", {}),
        ("{{ 1 | nope }}", "page.filter", {"name": "nope"}),
        ("{{ 1 is nope }}", "page.test", {"name": "nope"}),
        ("{% set x %}{% endset %}", "page.block", {"name": "{% endset %}"}),
    ],
)  # fmt: skip
def test_what_stops_a_page_is_a_sentence(page: str, key: str, facts: dict[str, str]) -> None:
    with pytest.raises(CannotRun) as caught:
        run(page, {"param": _param})
    reason = caught.value.reason
    assert isinstance(reason, Sentence)
    assert (reason.key, reason.facts) == (key, facts)
    assert reason.say("zh") != reason.say("en")


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("{{ param(", "page.open-brace"), ("{{ param('x' }}", "page.expected"),
        ("{# a", "page.open-brace"), ("{% raw %}x", "page.open-brace"),
        ("{{ }}", "page.unexpected"),
        ("{% if x %}", "page.open-tag"), ("{% endif %}", "page.unknown-tag"),
        ("{% fi x %}", "page.unknown-tag"), ("{{ ）}}", "page.unexpected"),
        ("{{ a b }}", "page.expected"), ("{{ 'a }}", "page.unexpected"), ("{{", "page.open-brace"),
        ("{{ param（'x'） }}", "page.unexpected"), ("{{ param(“x”) }}", "page.unexpected"),
        ("{% for x %}{% endfor %}", "page.expected"), ("{{ [1 }}", "page.expected"),
    ],
)  # fmt: skip
def test_mistakes_in_writing_are_sentences(page: str, key: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        reading_environment().parse(page)
    reason = reason_of(caught.value)
    assert isinstance(reason, Sentence), caught.value
    assert reason.key == key, caught.value
    assert reason.say("zh") != reason.say("en")


def test_what_nobody_has_put_into_words_stays_as_it_is_and_short() -> None:
    reason = reason_of(ValueError("x" * 999))
    assert not isinstance(reason, Said)
    assert str(reason).startswith("ValueError: xxx")
    assert len(str(reason)) == 200
