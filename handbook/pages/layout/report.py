"""For HR: what the check found, and how long each process takes by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.pages.addresses import rule_path
from handbook.pages.blocks import (
    Block,
    Blocks,
    Cell,
    Figure,
    Line,
    Link,
    Paragraph,
    Row,
    Table,
    Target,
    Toned,
    Words,
)
from handbook.pages.views.report import FindingRow, ReportView
from handbook.pages.views.timelines import ProcessTime
from handbook.pages.writer import Writer


def report_page(w: Writer, view: ReportView) -> Blocks:
    """Findings by severity, what was not checked, then the timelines."""
    nothing = () if view.groups else (Paragraph(w.words("report.none")),)
    return (
        w.title(w.say("report.title"), w.say("report.lead"), kind=w.say("hr.only")),
        w.note(w.words("report.counsel")),
        *nothing,
        *(block for group in view.groups for block in _group(w, group.label, group.rows)),
        *_unchecked(w, view),
        *_times(w, view),
        w.foot(),
    )


def _group(w: Writer, label: str, rows: tuple[FindingRow, ...]) -> Iterator[Block]:
    title = w.say("report.group", name=w.say(label), n=len(rows))
    yield w.heading(2, label.replace(".", "-"), title)
    yield findings(w, rows)


def _unchecked(w: Writer, view: ReportView) -> Iterator[Block]:
    if view.unchecked:
        title = w.say("report.group", name=w.say("report.unchecked"), n=view.missing)
        yield w.heading(2, "report-unchecked", title)
        yield w.note(w.words("report.unchecked-lead"))
        yield findings(w, view.unchecked, "report.lacking")


def findings(w: Writer, rows: Iterable[FindingRow], told: str = "report.finding") -> Table:
    """Findings with their places, each leading to its rule; ``told`` heads what they say."""
    head = (w.words("report.place"), w.words(told))
    return Table(head, tuple(_finding(w, row) for row in rows), tone="levels found")


def _finding(w: Writer, row: FindingRow) -> Row:
    code: Line = (Words(row.code),)
    if row.others:
        codes = (row.code, *row.others)
        code = w.joined(
            ((Link(Target(rule_path(c)), (Words(c),)),) for c in codes), "list-separator"
        )
    elif row.explained:
        more = (Words(row.code), *w.words("colon"), *w.words("report.mend"))
        code = (Link(Target(rule_path(row.code)), more),)
    message = w.rows([(Words(row.message),), w.noted(code)])
    reason: Blocks = ()
    if row.accepted:
        why = f"{w.say('report.reason')}{w.say('colon')}{row.reason}"
        until = f"{w.say('report.until')}{w.say('colon')}{w.day(row.accepted.until)}"
        reason = (w.note(w.rows([(Words(why),), (Words(until),)])),)
    return Row((Cell((Toned("code", (Words(row.place),)),)), Cell(message, reason)))


def _times(w: Writer, view: ReportView) -> Iterator[Block]:
    if view.times:
        yield w.heading(2, "timelines", w.say("report.timeline"))
        yield w.note(w.words(view.times_lead))
    head = tuple(map(w.words, ("kind.step", "step.actor-title", "report.begins", "report.ends")))
    for time in view.times:
        yield w.heading(3, f"time-{time.id}", time.name)
        yield Paragraph(_told(w, time))
        if time.chart:
            title = w.say("process.chart")
            yield Figure(time.chart, f"time-chart-{time.id}", title, tools=w.zoom())
        elif time.rows:
            yield Paragraph(w.words("chart.large.process", n=len(time.rows)))
        rows = (
            (f"{row.number}. {row.step}", row.actor, w.day(row.begins), w.day(row.ends))
            for row in time.rows
        )
        if time.rows:
            yield Table(head, tuple(Row(tuple(Cell((Words(c),)) for c in row)) for row in rows))


def _told(w: Writer, time: ProcessTime) -> Line:
    """In how much time a process ends, in one sentence."""
    found: Line = ()
    if time.end:
        first, last = time.years
        found += w.words("report.worst", day=w.day(time.end), first=first, last=last)
        if time.late is not None and time.late > 0:
            found += (Toned("strong", w.words("report.late", n=time.late)),)
        elif time.late is not None:
            found += w.words("report.early", n=-time.late)
    elif time.rows:
        found += w.words("report.from", day=w.day(time.rows[0].begins))
    if time.open_after:
        found += (Words(" "), *w.words("report.unpublished", year=time.open_after))
    return found
