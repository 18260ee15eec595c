"""handbook explain: what a code means."""

from __future__ import annotations

from handbook.checks.explain import UnknownCode, explanation
from handbook.cli.console import did_you_mean, fail, know, out
from handbook.cli.options import CodeArgument, LangOption
from handbook.words.catalogue import FIRST, say
from handbook.words.terminal import clean


def explain(code: CodeArgument, lang: LangOption = FIRST) -> None:
    know(lang)
    try:
        out.print(explanation(code).text(lang), markup=False)
    except UnknownCode as error:
        text = say("explain.unknown", lang, code=clean(error.code))
        raise fail(text + did_you_mean(error.near, lang)) from None
