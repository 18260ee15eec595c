"""What each kind of page shows: its view, laid out. A new kind of page is one more line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handbook.authoring.reference import reference
from handbook.checks.explain import explanation
from handbook.pages.blocks import Blocks
from handbook.pages.layout.careers import careers_page
from handbook.pages.layout.chooser import compare_page
from handbook.pages.layout.comparison import comparison_page
from handbook.pages.layout.dates import dates_page
from handbook.pages.layout.department import department_page
from handbook.pages.layout.form import form_page
from handbook.pages.layout.glossary import glossary_page
from handbook.pages.layout.home import home_page
from handbook.pages.layout.matrix import matrix_page
from handbook.pages.layout.policy import policy_page
from handbook.pages.layout.process import process_page
from handbook.pages.layout.reference import reference_page
from handbook.pages.layout.report import report_page
from handbook.pages.layout.role import role_page
from handbook.pages.layout.rule import rule_page
from handbook.pages.layout.script import script_page
from handbook.pages.layout.values import values_page
from handbook.pages.views.careers import careers_view
from handbook.pages.views.comparison import comparison_view
from handbook.pages.views.dates import dates_view
from handbook.pages.views.department import department_view
from handbook.pages.views.form import form_view
from handbook.pages.views.glossary import glossary_view
from handbook.pages.views.home import home_view
from handbook.pages.views.matrix import matrix_view
from handbook.pages.views.policy import policy_view
from handbook.pages.views.process import process_view
from handbook.pages.views.report import report_view, rule_view
from handbook.pages.views.role import role_view
from handbook.pages.views.values import Neighbour, value_groups
from handbook.pages.writer import Writer
from handbook.words.problem import Problem


@dataclass(frozen=True, slots=True)
class Around:
    """What HR's pages show beside the handbook: all findings, and the other companies."""

    findings: tuple[Problem, ...] = ()
    neighbours: Mapping[str, Neighbour] = field(default_factory=dict)


Content = Callable[..., Blocks]  # writer, around, then the ids that the page is about

CONTENT: dict[str, Content] = {
    "home": lambda w, _: home_page(w, home_view(w.book)),
    "careers": lambda w, _: careers_page(w, careers_view(w.book, w.lang)),
    "compare": lambda w, _: compare_page(w, careers_view(w.book, w.lang).families),
    "step": lambda w, _, a, b: comparison_page(w, comparison_view(w.book, a, b)),
    "matrix": lambda w, _, family: matrix_page(w, matrix_view(w.book, family, w.lang)),
    "dates": lambda w, _: dates_page(w, dates_view(w.book, w.lang)),
    "glossary": lambda w, _: glossary_page(w, glossary_view(w.book, w.lang)),
    "role": lambda w, _, identity: role_page(w, role_view(w.book, identity, w.lang)),
    "process": lambda w, _, identity: process_page(w, process_view(w.book, identity, w.lang)),
    "policy": lambda w, _, identity: policy_page(w, policy_view(w.book, identity, w.lang)),
    "form": lambda w, _, identity: form_page(w, form_view(w.book, identity)),
    "script": lambda w, _, identity: script_page(w, w.book.scripts[identity]),
    "department": lambda w, _, i: department_page(w, department_view(w.book, i, w.lang)),
    "parameters": lambda w, around: values_page(w, value_groups(w.book, around.neighbours, w.lang)),
    "reference": lambda w, _: reference_page(w, reference(w.book.written, w.lang)),
    "report": lambda w, around: report_page(w, report_view(w.book, around.findings, w.lang)),
    "rule": lambda w, around, code: rule_page(
        w, rule_view(explanation(code), around.findings, w.lang)
    ),
}


def content(w: Writer, around: Around, kind: str, *about: str) -> Blocks:
    """The blocks of one page. Raises KeyError for a kind or an id that is not there."""
    return CONTENT[kind](w, around, *about)
