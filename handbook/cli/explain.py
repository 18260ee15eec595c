"""handbook explain: what a code means."""

from __future__ import annotations

from handbook.checks.explain import UnknownCode, explanation
from handbook.cli.console import know, out, refuse
from handbook.cli.options import CodeArgument, LangOption
from handbook.words.catalogue import FIRST


def explain(code: CodeArgument, lang: LangOption = FIRST) -> None:
    know(lang)
    try:
        out.print(explanation(code).text(lang), markup=False)
    except UnknownCode as error:
        raise refuse("explain.unknown", lang, error.near, code=error.code) from None
