"""The macros: what generated pages and hand-written ones under docs/ can call.

Every public method is a macro of the same name; its docstring is its documentation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from markupsafe import Markup

from handbook.authoring.reference import reference
from handbook.checks.explain import explained, explanation
from handbook.drawing import NotMermaid
from handbook.flowchart import chart_of, ladder_chart
from handbook.model.kinds import KIND_BY_NAME
from handbook.words.catalogue import Phrase
from handbook.words.near import near
from handbook.words.problem import Place, Problem
from macros.printer import Printer
from macros.site import Site
from macros.views.careers import careers_view
from macros.views.comparison import BLANK, comparison_view
from macros.views.dates import dates_view
from macros.views.form import form_view
from macros.views.glossary import glossary_view
from macros.views.home import home_view
from macros.views.lists import by_area, by_category
from macros.views.matrix import matrix_view
from macros.views.others import department_view, policy_view
from macros.views.process import process_view, step_rows
from macros.views.report import report_view, rule_view
from macros.views.role import role_view
from macros.views.values import value_groups

T = TypeVar("T", bound=Callable[..., Markup])
INLINE = ("param", "link")  # these stand inside a line of a hand-written page


def knows(kind: str) -> Callable[[T], T]:
    """A macro whose first argument is an id of ``kind``: an unknown one is a problem."""

    def decorate(macro: T) -> T:
        @wraps(macro)
        def checked(self: Macros, *args: Any, **kwargs: Any) -> Markup:
            identity = str(args[0] if args else next(iter(kwargs.values()), ""))
            if not self.has(kind, identity):
                return self.complain(macro.__name__, kind, identity)
            return macro(self, *args, **kwargs)

        KIND_OF_MACRO[macro.__name__] = kind
        return cast("T", checked)

    return decorate


KIND_OF_MACRO: dict[str, str] = {}


def unknown_id(place: Place, macro: str, kind: str, identity: str, known: list[str]) -> Problem:
    """HB901: a macro is called with an id that is not there."""
    facts: dict[str, object] = {"macro": macro, "kind": Phrase(f"kind.{kind}"), "id": identity}
    return Problem("HB901", place, facts, near(identity, known))


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
        hidden = ("book", "lang", "p", "table", "complain", "has", "known")
        names = [n for n in vars(Macros) if not n.startswith("_") and n not in hidden]
        return {name: self._finished(name) for name in names}

    def _finished(self, name: str) -> Callable[..., str]:
        """A macro whose output goes around Markdown, see macros.stash."""
        macro = getattr(self, name)

        @wraps(macro)
        def finished(*args: Any, **kwargs: Any) -> str:
            try:
                printed = str(macro(*args, **kwargs))
            except NotMermaid as error:
                printed = self._undrawable(error)
            if (stash := self._site.stash) is None:
                return printed
            return stash.inline(printed) if name in INLINE else stash.blocks(printed)

        return finished

    def _undrawable(self, error: NotMermaid) -> str:
        """Note that a chart of the data can't be drawn: it is too large."""
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

    def complain(self, macro: str, kind: str, identity: str) -> Markup:
        """Note that a page names something that is not there, and show it in the page."""
        place = Place(f"docs/{self._page().file.src_uri}")
        problem = unknown_id(place, macro, kind, identity, self.known(kind))
        self._site.page_problems.append(problem)
        return self.p.render("problem.html", problem=problem)

    # —— whole pages ——

    def home(self) -> Markup:
        """The doors of the home page: new hires, careers, policies; what changed."""
        return self.p.render("home.html", view=home_view(self.book))

    def careers(self) -> Markup:
        """The ladders of all job families in one picture, with the numbers that count."""
        return self.p.render("careers.html", view=careers_view(self.book, self.lang))

    def any_two_roles(self) -> Markup:
        """Any two roles side by side; the steps of all career paths as links."""
        groups = careers_view(self.book, self.lang).families
        return self.p.render("compare.html", groups=groups, blank=BLANK)

    def step_page(self, before: str, after: str) -> Markup:
        """From one role to another: new, raised, kept, left behind, and when to apply."""
        for role in (before, after):
            if not self.has("role", role):
                return self.complain("step_page", "role", role)
        return self.p.render("comparison.html", view=comparison_view(self.book, before, after))

    @knows("family")
    def matrix_page(self, family: str) -> Markup:
        """The levels of a job family side by side."""
        return self.p.render("matrix.html", view=matrix_view(self.book, family))

    def dates(self) -> Markup:
        """Where employees count their own dates, from their first day on."""
        return self.p.render("dates.html", view=dates_view(self.book, self.lang, self.p.href))

    def glossary(self) -> Markup:
        """Terms and metrics."""
        return self.p.render("glossary.html", view=glossary_view(self.book, self.lang))

    def parameters_page(self) -> Markup:
        """For HR: every value of this company beside its bounds and the other companies'."""
        groups = value_groups(self.book, self._site.neighbours, self.lang)
        return self.p.render("values.html", groups=groups)

    def reference_page(self) -> Markup:
        """For HR: every kind of data and its fields."""
        things = {**self.book.nodes, ("company", str(self.book.company.id)): self.book.company_node}
        return self.p.render("reference.html", kinds=reference(things, self.lang))

    def report_page(self) -> Markup:
        """For HR: every finding with its line, what is accepted, the timelines of the processes."""
        view = report_view(self.book, self._site.findings, self.lang)
        return self.p.render("report.html", view=view)

    def rule_page(self, code: str) -> Markup:
        """For HR: one rule of the policy, why it is there, examples, its findings."""
        if code not in explained():
            return self.complain("rule_page", "rule", code)
        view = rule_view(explanation(code), self._site.findings, self.lang)
        return self.p.render("rule.html", view=view)

    @knows("role")
    def role_page(self, role: str) -> Markup:
        """The career-path page of a role."""
        return self.p.render("role.html", view=role_view(self.book, role, self.lang))

    @knows("process")
    def process_page(self, process: str) -> Markup:
        """A process with its chart and its steps."""
        return self.p.render("process.html", view=process_view(self.book, process, self.lang))

    @knows("policy")
    def policy_page(self, policy: str) -> Markup:
        """A policy as a formal document."""
        return self.p.render("policy.html", view=policy_view(self.book, policy, self.lang))

    @knows("script")
    def script_page(self, script: str) -> Markup:
        """A script, part by part."""
        return self.p.render("script.html", script=self.book.scripts[script])

    @knows("form")
    def form_page(self, form: str) -> Markup:
        """A form with its fields."""
        return self.p.render("form.html", view=form_view(self.book, form))

    @knows("department")
    def department_page(self, department: str) -> Markup:
        """A department, its duties and its roles."""
        view = department_view(self.book, department, self.lang)
        return self.p.render("department.html", view=view)

    # —— parts, for hand-written pages ——

    @knows("role")
    def role_card(self, role: str) -> Markup:
        """A role in a box: name, department, grade, one sentence, link."""
        return self.p.render("role_card.html", role=self.book.roles[role])

    @knows("role")
    def duties(self, role: str) -> Markup:
        """The duties of a role by area."""
        duties = (self.book.duties[duty] for duty in self.book.roles[role].duties)
        return self.p.render("duties.html", areas=by_area(duties))

    @knows("role")
    def requirements(self, role: str) -> Markup:
        """The requirements of a role by category."""
        groups = by_category(self.book, self.book.roles[role].requirements)
        return self.p.render("requirements.html", groups=groups)

    @knows("flowchart")
    def flowchart(self, flowchart: str) -> Markup:
        """The chart of a flowchart or process."""
        return self.p.figure(chart_of(self.book, flowchart, self.lang), f"chart-{flowchart}")

    @knows("family")
    def ladder_chart(self, family: str) -> Markup:
        """The ladder of a job family as a chart."""
        return self.p.figure(ladder_chart(self.book, family, self.lang), f"ladder-{family}")

    @knows("process")
    def steps(self, process: str) -> Markup:
        """The steps of a process as a numbered list."""
        view, prefix = process_view(self.book, process, self.lang), f"{process}-"
        steps = step_rows(view.process, prefix)
        return self.p.render("steps.html", view=view, steps=steps, prefix=prefix)

    @knows("parameter")
    def param(self, parameter: str) -> Markup:
        """A parameter's value with its unit; its name on hover, touch and focus."""
        return self.p.render("param.html", id=parameter).strip()

    def link(self, kind: str, identity: str, label: str | None = None) -> Markup:
        """A link to a thing: ``{{ link("form", "promotion-application") }}``."""
        if kind not in KIND_BY_NAME:
            return self.complain("link", "page", kind)
        if (kind, identity) not in self.book.things:
            return self.complain("link", kind, identity)
        return self.p.render("link.html", key=(kind, identity), label=label).strip()
