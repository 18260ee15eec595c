"""Every code can be explained, on the terminal and on HR's pages."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from handbook.checks import POLICY_RULES
from handbook.checks.explain import UnknownCode, codes, explained, explanation
from handbook.cli.app import app
from handbook.pages.addresses import rule_path
from handbook.words.catalogue import languages, say


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str, lang: str) -> None:
    known = explanation(code)
    text = known.text(lang)
    assert text.startswith(f"{code} ")
    assert known.summary(lang).strip()
    assert (known.why(lang) or "") in text
    assert "{" not in known.pattern(lang).replace("${", "")
    if known.source:
        assert say(known.source.article, lang) in text
        assert (known.link or "") in text
        counsel = {"zh": "是否违法由律师判断", "en": "ounsel decides"}
        assert counsel.get(lang, "") in text


@pytest.mark.parametrize("rule", POLICY_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_page_and_examples(rule: object) -> None:
    known = explanation(rule.code)  # type: ignore[attr-defined]
    assert known.code in explained()
    assert rule_path(known.code) == f"rules/{known.code.lower()}/"
    assert known.fails
    assert known.passes
    for lang in languages():
        assert say("explain.unchecked", lang) in known.text(lang)
    for part in (known.fails, known.passes):
        assert all(line.rstrip() in known.text("zh") for line in part.splitlines())


def test_a_code_may_be_typed_in_small_letters() -> None:
    result = CliRunner().invoke(app, ["explain", "hb107", "--lang", "zh"])
    assert result.exit_code == 0
    assert result.stdout.startswith("HB107 ")


@pytest.mark.parametrize("code", ["HB1077", "HB990", "", "x" * 5000, "\x1b[31m", "[red]"])
def test_an_unknown_code_is_no_crash(code: str) -> None:
    result = CliRunner().invoke(app, ["explain", code, "--lang", "en"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "\x1b" not in result.stderr
    with pytest.raises(UnknownCode, match=f"^{re.escape(code)}$"):
        explanation(code)


def test_near_codes_are_named() -> None:
    result = CliRunner().invoke(app, ["explain", "HB1077", "--lang", "zh"])
    assert "HB107" in result.stderr
