"""The macros: what generated pages and hand-written ones under docs/ can call.

A method with ``@macro`` is a macro of the same name; its docstring is its documentation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from types import MethodType
from typing import Any, TypeVar

from markupsafe import Markup

from handbook.authoring.reference import reference
from handbook.checks.explain import explained, explanation
from handbook.engines.mkdocs.site import Site
from handbook.engines.mkdocs.written_pages import unknown_id
from handbook.model.kinds import KIND_BY_NAME
from handbook.pages.flowchart import chart_of, ladder_chart
from handbook.pages.views.careers import careers_view
from handbook.pages.views.comparison import BLANK, comparison_view
from handbook.pages.views.dates import dates_view
from handbook.pages.views.form import form_view
from handbook.pages.views.glossary import glossary_view
from handbook.pages.views.home import home_view
from handbook.pages.views.lists import by_area, by_category
from handbook.pages.views.matrix import matrix_view
from handbook.pages.views.others import department_view, policy_view
from handbook.pages.views.process import process_view, step_rows
from handbook.pages.views.report import report_view, rule_view
from handbook.pages.views.role import role_view
from handbook.pages.views.values import value_groups
from handbook.printing.drawing import NotMermaid
from handbook.printing.printer import Printer
from handbook.words.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Macro:
    """``kind``: its first argument is an id of that kind; ``inline``: it stands inside a line."""

    method: Callable[..., Markup]
    kind: str | None
    inline: bool


MACROS: dict[str, Macro] = {}  # all that pages can call, by name
T = TypeVar("T", bound=Callable[..., Markup])


def macro(kind: str | None = None, *, inline: bool = False) -> Callable[[T], T]:
    """Let pages call a method of ``Macros``; an unknown id of ``kind`` becomes a problem."""

    def register(method: T) -> T:
        MACROS[method.__name__] = Macro(method, kind, inline)
        return method

    return register


class Macros:
    """Bound to one site; ``page`` tells which page is being made."""

    def __init__(self, site: Site, page: Callable[[], Any]) -> None:
        self._site, self._page = site, page
        self.book = site.sound_book
        self.lang = site.settings.lang

    @property
    def p(self) -> Printer:
        """The printer for the page that is being made."""
        return self._site.printer(self._page().url)

    def table(self) -> dict[str, Callable[..., str]]:
        """Macros by name, ready to register."""
        return {name: self._finished(name, each) for name, each in MACROS.items()}

    def kind_of(self, name: str) -> str | None:
        """The kind whose id a macro's first argument is, None if it is no id."""
        return MACROS[name].kind

    def _finished(self, name: str, each: Macro) -> Callable[..., str]:
        """A macro whose output goes around Markdown, see the engine's stash."""
        method = MethodType(each.method, self)

        @wraps(method)
        def finished(*args: Any, **kwargs: Any) -> str:
            identity = str(args[0] if args else next(iter(kwargs.values()), ""))
            if each.kind and not self.has(each.kind, identity):
                printed = str(self.complain(name, each.kind, identity))
            else:
                printed = self._drawn(lambda: method(*args, **kwargs))
            if (stash := self._site.stash) is None:
                return printed
            return stash.inline(printed) if each.inline else stash.blocks(printed)

        return finished

    def _drawn(self, printed: Callable[[], Markup]) -> str:
        """What a macro prints; a problem in its place if a chart of it is too large to be drawn."""
        try:
            return str(printed())
        except NotMermaid as error:
            path = self._page().file.src_uri
            source = next((page.source for page in self._site.pages if page.path == path), None)
            problem = Problem("HB904", Place(source or f"docs/{path}"), {"reason": str(error)})
            self._site.page_problems.append(problem)
            return str(self.p.render("problem.html", problem=problem))

    def known(self, kind: str) -> list[str]:
        """The ids that a macro for ``kind`` takes."""
        if kind == "page":  # of link(): any kind
            return list(KIND_BY_NAME)
        if kind == "rule":
            return explained()
        kinds = ("flowchart", "process") if kind == "flowchart" else (kind,)
        return [identity for k in kinds for identity in self.book.of(k)]

    def has(self, kind: str, identity: str) -> bool:
        """Whether a macro for ``kind`` takes ``identity``."""
        return identity in self.book.of(kind) or identity in self.known(kind)

    def complain(self, name: str, kind: str, identity: str) -> Markup:
        """Note that a page names something that is not there, and show it in the page."""
        place = Place(f"docs/{self._page().file.src_uri}")
        problem = unknown_id(place, name, kind, identity, self.known(kind))
        self._site.page_problems.append(problem)
        return self.p.render("problem.html", problem=problem)

    # —— whole pages ——

    @macro()
    def home(self) -> Markup:
        """The doors of the home page: new hires, careers, policies; what changed."""
        return self.p.render("home.html", view=home_view(self.book))

    @macro()
    def careers(self) -> Markup:
        """The ladders of all job families in one picture, with the numbers that count."""
        return self.p.render("careers.html", view=careers_view(self.book, self.lang))

    @macro()
    def any_two_roles(self) -> Markup:
        """Any two roles side by side; the steps of all career paths as links."""
        groups = careers_view(self.book, self.lang).families
        return self.p.render("compare.html", groups=groups, blank=BLANK)

    @macro()
    def step_page(self, before: str, after: str) -> Markup:
        """From one role to another: new, raised, kept, left behind, and when to apply."""
        for role in (before, after):
            if not self.has("role", role):
                return self.complain("step_page", "role", role)
        return self.p.render("comparison.html", view=comparison_view(self.book, before, after))

    @macro("family")
    def matrix_page(self, family: str) -> Markup:
        """The levels of a job family side by side."""
        return self.p.render("matrix.html", view=matrix_view(self.book, family))

    @macro()
    def dates(self) -> Markup:
        """Where employees count their own dates, from their first day on."""
        return self.p.render("dates.html", view=dates_view(self.book, self.lang, self.p.href))

    @macro()
    def glossary(self) -> Markup:
        """Terms and metrics."""
        return self.p.render("glossary.html", view=glossary_view(self.book, self.lang))

    @macro()
    def parameters_page(self) -> Markup:
        """For HR: every value of this company beside its bounds and the other companies'."""
        groups = value_groups(self.book, self._site.neighbours, self.lang)
        return self.p.render("values.html", groups=groups)

    @macro()
    def reference_page(self) -> Markup:
        """For HR: every kind of data and its fields."""
        things = {**self.book.nodes, ("company", str(self.book.company.id)): self.book.company_node}
        return self.p.render("reference.html", kinds=reference(things, self.lang))

    @macro()
    def report_page(self) -> Markup:
        """For HR: every finding with its line, what is accepted, the timelines of the processes."""
        view = report_view(self.book, self._site.findings, self.lang)
        return self.p.render("report.html", view=view)

    @macro("rule")
    def rule_page(self, code: str) -> Markup:
        """For HR: one rule of the policy, why it is there, examples, its findings."""
        view = rule_view(explanation(code), self._site.findings, self.lang)
        return self.p.render("rule.html", view=view)

    @macro("role")
    def role_page(self, role: str) -> Markup:
        """The career-path page of a role."""
        return self.p.render("role.html", view=role_view(self.book, role, self.lang))

    @macro("process")
    def process_page(self, process: str) -> Markup:
        """A process with its chart and its steps."""
        return self.p.render("process.html", view=process_view(self.book, process, self.lang))

    @macro("policy")
    def policy_page(self, policy: str) -> Markup:
        """A policy as a formal document."""
        return self.p.render("policy.html", view=policy_view(self.book, policy, self.lang))

    @macro("script")
    def script_page(self, script: str) -> Markup:
        """A script, part by part."""
        return self.p.render("script.html", script=self.book.scripts[script])

    @macro("form")
    def form_page(self, form: str) -> Markup:
        """A form with its fields."""
        return self.p.render("form.html", view=form_view(self.book, form))

    @macro("department")
    def department_page(self, department: str) -> Markup:
        """A department, its duties and its roles."""
        view = department_view(self.book, department, self.lang)
        return self.p.render("department.html", view=view)

    # —— parts, for hand-written pages ——

    @macro("role")
    def role_card(self, role: str) -> Markup:
        """A role in a box: name, department, grade, one sentence, link."""
        return self.p.render("role_card.html", role=self.book.roles[role])

    @macro("role")
    def duties(self, role: str) -> Markup:
        """The duties of a role by area."""
        duties = (self.book.duties[duty] for duty in self.book.roles[role].duties)
        return self.p.render("duties.html", areas=by_area(duties))

    @macro("role")
    def requirements(self, role: str) -> Markup:
        """The requirements of a role by category."""
        groups = by_category(self.book, self.book.roles[role].requirements)
        return self.p.render("requirements.html", groups=groups)

    @macro("flowchart")
    def flowchart(self, flowchart: str) -> Markup:
        """The chart of a flowchart or process."""
        return self.p.figure(chart_of(self.book, flowchart, self.lang), f"chart-{flowchart}")

    @macro("family")
    def ladder_chart(self, family: str) -> Markup:
        """The ladder of a job family as a chart."""
        return self.p.figure(ladder_chart(self.book, family, self.lang), f"ladder-{family}")

    @macro("process")
    def steps(self, process: str) -> Markup:
        """The steps of a process as a numbered list."""
        view, prefix = process_view(self.book, process, self.lang), f"{process}-"
        steps = step_rows(view.process, prefix)
        return self.p.render("steps.html", view=view, steps=steps, prefix=prefix)

    @macro("parameter", inline=True)
    def param(self, parameter: str) -> Markup:
        """A parameter's value with its unit; its name on hover, touch and focus."""
        return self.p.render("param.html", id=parameter).strip()

    @macro(inline=True)
    def link(self, kind: str, identity: str, label: str | None = None) -> Markup:
        """A link to a thing: ``{{ link("form", "promotion-application") }}``."""
        if kind not in KIND_BY_NAME:
            return self.complain("link", "page", kind)
        if (kind, identity) not in self.book.things:
            return self.complain("link", kind, identity)
        return self.p.render("link.html", key=(kind, identity), label=label).strip()
