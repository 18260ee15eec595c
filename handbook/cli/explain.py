"""handbook explain: what a code means."""

from __future__ import annotations

from handbook.checks.explain import UnknownCode, explanation
from handbook.cli.console import did_you_mean, fail, out, told
from handbook.cli.options import CodeArgument, LangOption
from handbook.words.catalogue import LANGUAGES


def explain(code: CodeArgument, lang: LangOption = "zh") -> None:
    if lang not in LANGUAGES:
        raise fail(told("cli.lang", "zh", name=lang))
    try:
        out.print(explanation(code).text(lang), markup=False)
    except UnknownCode as error:
        text = told("explain.unknown", lang, code=error.code)
        raise fail(text + did_you_mean(error.near, lang)) from None
