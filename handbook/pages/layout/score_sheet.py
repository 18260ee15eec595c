"""The score sheets of a process, derived from the criteria and the panel of its steps."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.addresses import page_path, sheet_anchor, step_anchor
from handbook.pages.blocks import (
    Block,
    Blocks,
    Cell,
    Fact,
    Facts,
    Heading,
    Line,
    Link,
    Paragraph,
    Row,
    Section,
    Table,
    Target,
    Toned,
    Words,
)
from handbook.pages.layout.assessment import members, panel_sentence, passing, weight
from handbook.pages.layout.form import day, print_button, sheet
from handbook.pages.views.assessment import ScoreSheet
from handbook.pages.writer import Writer

ABOUT = (("name", "role"), ("applies-for", "date"))  # who is assessed, in rows of two


def score_sheet_page(w: Writer, identity: str, sheets: tuple[ScoreSheet, ...]) -> Blocks:
    """Where they belong, then each as it is printed."""
    name = w.plain(w.book.processes[identity].name)
    lead = w.say("score_sheet.lead", name=name)
    title = w.say("score_sheet.title", name=name)
    found: list[Block] = [w.title(title, lead, kind=w.say("kind.form"))]
    if sheets:
        found.append(print_button(w))
    for one in sheets:
        found.append(w.heading(2, sheet_anchor(one.step.id), w.plain(one.step.name)))
        target = Target(page_path(("process", identity)), step_anchor(one.step.id))
        found.append(Paragraph((Link(target, w.words("score.to-step")),)))
        found.append(sheet(w, w.say("score.sheet", name=w.plain(one.step.name)), _parts(w, one)))
    return (*found, w.foot())


def _parts(w: Writer, one: ScoreSheet) -> Iterator[Block]:
    yield _part(w, "score.person", *(_pair(w, names) for names in ABOUT))
    yield _part(w, "score.scores", _scores(w, one))
    passes = (Paragraph(passing(w, one.assessment), tone="form__told"),)
    told = (Paragraph(panel_sentence(w, one.panel), tone="form__told"),) if one.panel else ()
    yield _part(w, "score.result", *passes, *told, *_result(w, one))
    who = (Paragraph(members(w, one.panel), tone="form__told"),) if one.panel else ()
    yield _part(w, "score.signatures", *who, *_signatures(w, one.signatures))


def _part(w: Writer, title: str, *blocks: Block) -> Section:
    return Section((Heading(3, w.words(title)), *blocks), kind="part")


def _pair(w: Writer, names: tuple[str, ...]) -> Facts:
    facts = (
        Fact(w.words(f"score.{name}"), (day(w),) if name == "date" else (), tone="form__line")
        for name in names
    )
    return Facts(tuple(facts), tone="form__row")


def _scores(w: Writer, one: ScoreSheet) -> Table:
    """A row for each criterion, and one for the sum."""
    head = tuple(w.words(f"score.{k}") for k in ("criterion", "weight", "score", "weighted"))
    rows = [
        _row(
            w.text(c.name), (w.note(w.text(c.looks_at)),) if c.looks_at else (), weight(w, c.weight)
        )
        for c in one.assessment.criteria
    ]
    total = weight(w, sum(c.weight for c in one.assessment.criteria))
    return Table(head, (*rows, _row(w.words("score.sum"), (), total)), tone="scores")


def _row(name: Line, about: Blocks, percent: Line) -> Row:
    """What is scored and its weight, then blanks for the score and the weighted score."""
    return Row((Cell(name, about, heads_row=True), Cell(percent), Cell(), Cell()))


def _result(w: Writer, one: ScoreSheet) -> Iterator[Block]:
    options: Line = ()
    for name in ("passed", "failed"):
        options += (Toned("option", (Words("□ "), *w.words(f"score.{name}"))), Words(" "))
    if one.panel:
        counts = (Fact(w.words(f"score.{k}"), tone="form__line") for k in ("there", "agreed"))
        yield Facts(tuple(counts), tone="form__row")
    conclusion = Fact(w.words("score.conclusion"), options, tone="form__choice")
    yield Facts((conclusion,), tone="form__row")
    yield Facts((Fact(w.words("score.comment"), tone="form__paragraph"),), tone="form__row")


def _signatures(w: Writer, count: int) -> Iterator[Facts]:
    """As many as are needed, two in a row."""
    sign = Fact(w.words("score.signature"), (Toned("blank"), day(w)), tone="form__signature")
    for first in range(0, count, 2):
        yield Facts((sign,) * min(2, count - first), tone="form__row")
