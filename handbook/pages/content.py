"""The kinds of page, in the order of the site. A new kind is one more in _ALL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handbook.authoring.reference import reference
from handbook.checks.explain import explanation
from handbook.pages.addresses import path_of
from handbook.pages.blocks import Blocks
from handbook.pages.compare import can_compare
from handbook.pages.layout.careers import careers_page
from handbook.pages.layout.certificates import certificates_page
from handbook.pages.layout.chooser import compare_page
from handbook.pages.layout.comparison import comparison_page
from handbook.pages.layout.dates import dates_page
from handbook.pages.layout.department import department_page
from handbook.pages.layout.form import form_page
from handbook.pages.layout.glossary import glossary_page
from handbook.pages.layout.home import home_page
from handbook.pages.layout.matrix import matrix_page
from handbook.pages.layout.origins import origins_page
from handbook.pages.layout.policy import policy_page
from handbook.pages.layout.process import process_page
from handbook.pages.layout.reference import reference_page
from handbook.pages.layout.report import report_page
from handbook.pages.layout.role import role_page
from handbook.pages.layout.rule import rule_page
from handbook.pages.layout.score_sheet import score_sheet_page
from handbook.pages.layout.script import script_page
from handbook.pages.layout.values import values_page
from handbook.pages.views.assessment import score_sheets
from handbook.pages.views.careers import careers_lead, careers_view
from handbook.pages.views.certificates import certificate_rows
from handbook.pages.views.comparison import comparison_view
from handbook.pages.views.dates import dates_lead, dates_view, has_dates
from handbook.pages.views.department import department_view
from handbook.pages.views.form import form_view
from handbook.pages.views.glossary import glossary_view
from handbook.pages.views.home import home_lead, home_view
from handbook.pages.views.matrix import matrix_view
from handbook.pages.views.origins import origins_view
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


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page. The catalogue has its words under ``<name>.title`` and ``<name>.lead``.

    ``show`` gives the blocks of one of its pages: from a writer, what is around, and the ids that
    the page is about. ``about`` are the kinds of these ids. A kind that is about a thing of its own
    name has a page for each; one that is about nothing has one page, at ``path_of(name)``, in
    handbooks that have something to say ``there``. The listing makes all others one by one.

    ``section`` is the part of the navigation, None for its top; ``hr`` is in HR's edition alone.
    ``called`` is what hand-written pages call it by. ``lead`` is the key of the lead where that
    depends on the handbook. ``wide``: it needs the room of the contents beside it.
    """

    name: str
    show: Callable[..., Blocks]
    about: tuple[str, ...] = ()
    section: str | None = None
    called: str = ""
    lead: Callable[[Writer], str] | None = None
    there: Callable[[Writer], bool] = lambda _: True
    wide: bool = False

    @property
    def for_hr(self) -> bool:
        """Whether no page of the employees' edition may show it."""
        return self.section == "hr"

    @property
    def macro(self) -> str:
        """What pages call it by."""
        return self.called or f"{self.name}_page"


def _thing(kind: str, show: Callable[..., Blocks]) -> PageKind:
    """A page for each thing of a kind, in a section of their own."""
    return PageKind(kind, lambda w, _, identity: show(w, identity), (kind,), kind)


_ALL = (
    PageKind("home", lambda w, _: home_page(w, home_view(w.book), _hr_pages(w)), called="home",
        lead=lambda w: home_lead(w.book),
    ),
    PageKind(
        "careers", lambda w, _: careers_page(w, careers_view(w.book, w.lang)),
        section="role", called="careers", lead=lambda w: careers_lead(w.book),
        there=lambda w: bool(w.book.roles),
    ),
    PageKind(
        "compare", lambda w, _: compare_page(w, careers_view(w.book, w.lang).families),
        section="role", called="any_two_roles", there=lambda w: can_compare(w.book), wide=True,
    ),
    PageKind(
        "step", lambda w, _, a, b: comparison_page(w, comparison_view(w.book, a, b)),
        ("role", "role"), section="role", wide=True,
    ),
    PageKind(
        "dates", lambda w, _: dates_page(w, dates_view(w.book, w.lang)),
        called="dates", lead=lambda w: dates_lead(w.book), there=lambda w: has_dates(w.book),
    ),
    PageKind(
        "matrix", lambda w, _, family: matrix_page(w, matrix_view(w.book, family, w.lang)),
        ("family",), section="role", wide=True,
    ),
    _thing("role", lambda w, i: role_page(w, role_view(w.book, i, w.lang))),
    _thing("process", lambda w, i: process_page(w, process_view(w.book, i, w.lang))),
    _thing("policy", lambda w, i: policy_page(w, policy_view(w.book, i, w.lang))),
    _thing("form", lambda w, i: form_page(w, form_view(w.book, i))),
    PageKind(
        "score_sheet",
        lambda w, _, process: score_sheet_page(w, process, score_sheets(w.book, process)),
        ("process",), section="form",
    ),
    _thing("script", lambda w, i: script_page(w, w.book.scripts[i])),
    _thing("department", lambda w, i: department_page(w, department_view(w.book, i, w.lang))),
    PageKind(
        "glossary", lambda w, _: glossary_page(w, glossary_view(w.book, w.lang)),
        called="glossary",
        there=lambda w: bool(w.book.terms or w.book.competencies or w.book.metrics),
    ),
    PageKind(
        "certificates", lambda w, _: certificates_page(w, certificate_rows(w.book)),
        there=lambda w: bool(certificate_rows(w.book)),
    ),
    PageKind(
        "report", lambda w, around: report_page(w, report_view(w.book, around.findings, w.lang)),
        section="hr",
    ),
    PageKind(
        "parameters",
        lambda w, around: values_page(w, value_groups(w.book, around.neighbours, w.lang)),
        section="hr", there=lambda w: bool(w.book.parameters),
    ),
    PageKind("origins", lambda w, _: origins_page(w, origins_view(w.book)), section="hr"),
    PageKind(
        "reference", lambda w, _: reference_page(w, reference(w.book.written, w.lang)), section="hr"
    ),
    PageKind(
        "rule",
        lambda w, around, code: rule_page(
            w, rule_view(explanation(code), around.findings, w.lang)
        ),
        ("rule",), section="hr",
    ),
)  # fmt: skip

PAGE_KINDS = {kind.name: kind for kind in _ALL}
# The parts of the navigation, in their order
SECTIONS = tuple(dict.fromkeys(kind.section for kind in _ALL if kind.section))
# Pages for HR alone of which there is one, with their paths
HR_PAGES: dict[str, str] = {
    kind.name: path_of(kind.name) for kind in _ALL if kind.for_hr and not kind.about
}


def _hr_pages(w: Writer) -> dict[str, str]:
    return {name: path for name, path in HR_PAGES.items() if PAGE_KINDS[name].there(w)}


def content(w: Writer, around: Around, kind: str, *about: str) -> Blocks:
    """The blocks of one page. Raises KeyError for a kind or an id that is not there."""
    return PAGE_KINDS[kind].show(w, around, *about)
