"""Career paths: what kind one is, when and how one may apply, where its step is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import CareerPath, Role
from handbook.pages.addresses import step_path
from handbook.pages.blocks import Fact, Facts, Item, Line, Link, Listing, Paragraph, Target
from handbook.pages.layout.assessment import pass_marks
from handbook.pages.layout.times import tenured, windowed
from handbook.pages.views.careers import Threshold
from handbook.pages.views.comparison import PathPart
from handbook.pages.views.role import NextStep
from handbook.pages.writer import Writer


def kind_of(w: Writer, path: CareerPath) -> Paragraph:
    """What kind of career path it is, above the rest."""
    return Paragraph(w.words(f"path.{path.type}"), tone="kind")


def step_link(before: Role, after: Role, line: Line, tone: str = "") -> Line:
    """Words that lead to the comparison of both roles."""
    return (Link(Target(step_path(str(before.id), str(after.id))), line, tone),)


def from_to(w: Writer, before: Role, after: Role) -> Line:
    """What a comparison is called; it leads there."""
    names = w.words("compare.step", a=w.plain(before.name), b=w.plain(after.name))
    return step_link(before, after, names)


def path_facts(w: Writer, one: NextStep | PathPart) -> Iterator[Facts]:
    """How long first, when, how, and who decides, as far as anybody says."""
    if facts := tuple(_facts(w, one)):
        yield Facts(facts)


def _facts(w: Writer, one: NextStep | PathPart) -> Iterator[Fact]:
    if tenure := tenured(w, one.path):
        yield w.fact("path.tenure" if one.path.tenure else "path.time", tenure)
    if when := windowed(w, one.process):
        yield w.fact("path.when", when)
    if one.process:
        yield w.fact("path.how", w.link(("process", str(one.process.id))))
    if one.decided_by:
        yield w.fact("path.decided-by", w.link(("actor", one.decided_by)))
    if one.process:
        yield from pass_marks(w, one.process)


def threshold(w: Writer, asked: Threshold) -> Line:
    """A metric and the figure of it that is asked."""
    return (*w.text(asked.metric), *w.words(asked.label), *w.value(asked.parameter))


def thresholds(w: Writer, asked: Iterable[Threshold]) -> Listing:
    """Figures that are asked, one below the other."""
    return Listing(tuple(Item(threshold(w, one)) for one in asked))
