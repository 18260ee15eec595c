"""The macros: what generated pages and hand-written ones under docs/ can call.

A method with ``@macro`` is a macro of the same name; its docstring is its documentation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature
from types import MethodType
from typing import Any, TypeVar

from handbook.checks.explain import explained
from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.stash import Printed
from handbook.engines.mkdocs.written_pages import unknown_id
from handbook.model.kinds import KIND_BY_NAME
from handbook.pages.blocks import Blocks, Line, Paragraph
from handbook.pages.charts.content import chart_of, ladder_chart
from handbook.pages.charts.mermaid import Chart
from handbook.pages.content import PAGE_KINDS, PageKind, content
from handbook.pages.layout.cards import areas, groups, role_card
from handbook.pages.layout.process import step_parts
from handbook.pages.views.lists import by_area, by_competency
from handbook.pages.views.process import process_view
from handbook.printing.drawing import NotMermaid
from handbook.printing.problems import problem_note
from handbook.words.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Macro:
    """``kinds``: its arguments are ids of these kinds; ``inline``: it stands inside a line."""

    method: Callable[..., Blocks | Problem]
    kinds: tuple[str, ...]
    inline: bool = False


MACROS: dict[str, Macro] = {}  # all that pages can call, by name
T = TypeVar("T", bound=Callable[..., Blocks | Problem])


def macro(*kinds: str, inline: bool = False) -> Callable[[T], T]:
    """Let pages call a method of ``Macros``; an unknown id of ``kinds`` becomes a problem."""

    def register(method: T) -> T:
        MACROS[method.__name__] = Macro(method, kinds, inline)
        return method

    return register


class Macros:
    """Bound to one build, which tells the page that is being made, and the line there."""

    def __init__(self, build: Build) -> None:
        self._build, self._site = build, (site := build.site)
        self.book, self.w = site.sound_book, site.writer
        self._pages = {(page.kind, page.about): page for page in site.pages}
        self._planned = {page.address: page for page in site.pages}

    def table(self) -> dict[str, Callable[..., str]]:
        """Macros by name, ready to register."""
        return {name: self._finished(name, each) for name, each in MACROS.items()}

    def kinds_of(self, name: str) -> tuple[str, ...]:
        """The kinds whose ids a macro's arguments are; none if they are no ids."""
        return MACROS[name].kinds

    def _finished(self, name: str, each: Macro) -> Callable[..., str]:
        """A macro whose output goes around Markdown, see the engine's stash."""
        method = MethodType(each.method, self)

        @wraps(method)
        def finished(*args: Any, **kwargs: Any) -> str:
            named = zip(each.kinds, (*args, *kwargs.values()), strict=False)
            wrong = [(kind, str(one)) for kind, one in named if str(one) not in self.known(kind)]
            if wrong:
                kind, identity = wrong[0]
                known = self.known(kind)
                printed = self._told(unknown_id(self._place, name, kind, identity, known))
            else:
                printed = self._printed(lambda: method(*args, **kwargs))
            stash = self._build.stash
            return stash.inline(printed) if each.inline else stash.block(printed)

        return finished

    def _printed(self, made: Callable[[], Blocks | Problem]) -> Printed:
        """What a macro gives as HTML; a problem in its place if a chart can't be drawn."""
        blocks, here = made(), self._build.page
        page = self._planned.get(here.url) if here.file.generated_by else None
        if isinstance(blocks, Problem):
            return self._told(blocks)
        try:
            printed = self._site.printer(here.url).blocks(blocks)
        except NotMermaid as error:
            place = Place(page.source) if page and page.source else self._place
            return self._told(Problem("HB904", place, {"reason": str(error)}))
        if page is None:
            return Printed.of(blocks, printed)
        words = self._build.words[page.path] = page.words_of(blocks)
        return Printed.of(blocks, printed, words)

    def _told(self, problem: Problem) -> Printed:
        """Note a problem of the page, and show it in the page."""
        self._build.page_problems.append(problem)
        return Printed(problem_note(problem, self.w.lang))

    @property
    def _place(self) -> Place:
        return Place(f"docs/{self._build.page.file.src_uri}", self._build.line)

    def known(self, kind: str) -> list[str]:
        """The ids that a macro for ``kind`` takes."""
        if kind == "page":  # of link(): any kind
            return list(KIND_BY_NAME)
        if kind == "rule":
            return explained()
        kinds = ("flowchart", "process") if kind == "flowchart" else (kind,)
        return [identity for k in kinds for identity in self.book.of(k)]

    def whole(self, kind: PageKind, *about: str) -> Blocks | Problem:
        """A page of the plan; a role's or a step's page made though nothing leads to it.

        HB907 for what is for HR alone: no page of the employees' edition may print it.
        """
        if kind.for_hr and not self.w.for_hr:
            return Problem("HB907", self._place, {"macro": kind.macro})
        page = self._pages.get((kind.name, about))
        return page.view if page else content(self.w, self._site.around, kind.name, *about)

    @macro("role")
    def role_card(self, role: str) -> Blocks:
        """A role in a box: name, department, grade, one sentence, link."""
        return (role_card(self.w, self.book.roles[role]),)

    @macro("role")
    def duties(self, role: str) -> Blocks:
        """The duties of a role by area."""
        duties = (self.book.duties[duty] for duty in self.book.roles[role].duties)
        return areas(self.w, by_area(duties))

    @macro("role")
    def requirements(self, role: str) -> Blocks:
        """The requirements of a role by category."""
        return groups(self.w, by_competency(self.book, self.book.roles[role].requirements))

    @macro("flowchart")
    def flowchart(self, flowchart: str) -> Blocks:
        """The chart of a flowchart or process."""
        return self._chart(chart_of(self.book, flowchart, self.w.lang), f"chart-{flowchart}")

    @macro("family")
    def ladder_chart(self, family: str) -> Blocks:
        """The ladder of a job family as a chart."""
        return self._chart(ladder_chart(self.book, family, self.w.lang), f"ladder-{family}")

    @macro("process")
    def steps(self, process: str) -> Blocks:
        """The steps of a process as a numbered list."""
        return step_parts(self.w, process_view(self.book, process, self.w.lang), f"{process}-")

    @macro("parameter", inline=True)
    def param(self, parameter: str) -> Blocks:
        """A parameter's value with its unit; its name on hover, touch and focus."""
        return _bare(self.w.value(parameter))

    @macro(inline=True)
    def link(self, kind: str, identity: str, label: str | None = None) -> Blocks | Problem:
        """A link to a thing: ``{{ link("form", "promotion-application") }}``."""
        if kind not in KIND_BY_NAME:
            return unknown_id(self._place, "link", "page", kind, self.known("page"))
        if (kind, identity) not in self.book.things:
            return unknown_id(self._place, "link", kind, identity, self.known(kind))
        return _bare(self.w.link((kind, identity), label))

    def _chart(self, chart: Chart, identity: str) -> Blocks:
        return (self.w.figure(chart, identity),)


def _bare(line: Line) -> Blocks:
    return (Paragraph(line, tone="bare"),)


def _page_macro(kind: PageKind) -> Macro:
    """The macro for the pages of a kind, which takes the ids that a page is about."""

    def page(self: Macros, *about: str) -> Blocks | Problem:
        if len(about) != len(kind.about):
            raise TypeError(f"{kind.macro}() takes {len(kind.about)} ids")
        return self.whole(kind, *about)

    page.__name__ = kind.macro
    places = (f"{name}_{n}" for n, name in enumerate(kind.about, 1))
    # What ``table`` gives takes it over, and knows no self
    given = Signature([Parameter(name, Parameter.POSITIONAL_ONLY) for name in places])
    setattr(page, "__signature__", given)  # noqa: B010
    return Macro(page, kind.about)


MACROS |= {kind.macro: _page_macro(kind) for kind in PAGE_KINDS.values()}
