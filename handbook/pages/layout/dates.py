"""My dates: what one types, what comes of it, how it is counted, an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Process
from handbook.pages.blocks import (
    Block,
    Blocks,
    Button,
    Cell,
    Data,
    Entry,
    Heading,
    Item,
    Listing,
    Paragraph,
    Pattern,
    Row,
    Section,
    Words,
)
from handbook.pages.layout.dates_form import dates_form, row_pattern
from handbook.pages.layout.times import windowed
from handbook.pages.views.dates import DatesView
from handbook.pages.writer import Writer


def dates_page(w: Writer, view: DatesView) -> Blocks:
    """The form and its result for the script, then what holds without one."""
    lead, binding = w.say(view.lead), w.note(w.words("dates.binding"))
    return (
        w.title(w.say("dates.title"), lead, binding),
        Section(_tool(w, view), tone="dates", kind="part", searched=False),
        *_counted(w, view),
        *_example(w, view),
        w.foot(),
    )


def _tool(w: Writer, view: DatesView) -> Blocks:
    status = Paragraph((), marks=(("dates", "status"),), live=True)
    company = (("company", str(w.book.company.id)),)
    return (
        dates_form(w, view),
        status,
        _result(w),
        Pattern((Listing((row_pattern(),), tone="bare"),), marks=(("dates", "row"),)),
        Data(view.rules, feature="dates-rules"),
        Data(view.words, feature="dates", marks=company),
    )


def _result(w: Writer) -> Section:
    export = Button(
        w.words("dates.export"),
        marks=(
            ("dates", "export"), ("note", w.say("dates.binding")), ("file", w.say("dates.file")),
        ),
        feature="ics",
    )  # fmt: skip
    remind = Entry(w.words("dates.remind"), "tick", ticked=True, marks=(("dates", "remind"),))
    printed = Button(w.words("dates.print"), marks=(("dates", "print"),))
    picture = Section(
        (), tone="bars", role="img", label=w.say("dates.picture-alt"), feature="dates-picture"
    )
    return Section(
        (
            Listing((), tone="note", marks=(("dates", "notes"),)),
            Heading(2, w.words("dates.picture")),
            picture,
            Heading(2, w.words("dates.list")),
            Listing((), ordered=True, tone="days", marks=(("dates", "list"),)),
            Section((export, remind, printed), tone="dates__buttons"),
        ),
        marks=(("dates", "result"),),
        hidden=True,
    )


def _counted(w: Writer, view: DatesView) -> Blocks:
    rules = tuple(_how(w, view))
    return (w.heading(2, "how", w.say("dates.how")), Listing(rules)) if rules else ()


def _how(w: Writer, view: DatesView) -> Iterator[Item]:
    if view.has_probation:
        yield Item(w.words("dates.how.end"))
        if view.limits:
            fixed = view.limits.fixed
            limits = [w.words("dates.how.fixed", least=a, most=b) for a, b in fixed]
            limits.append(w.words("dates.how.open-ended", most=view.limits.open_ended))
            inner = Listing(tuple(map(Item, limits)))
            yield Item(w.words("dates.how.limit"), (inner,))
    elif view.excludes_probation:
        yield Item(w.words("dates.how.no-probation"))
    yield from _processes(w, view.confirmations)
    if view.confirmations or view.promotions:
        yield Item(w.words(view.counting))
    yield from _processes(w, view.promotions)
    if view.promotions:
        yield Item(w.words("dates.how.windows"))
    if view.last_year and (view.confirmations or view.promotions):
        yield Item(w.words("dates.how.years", last=view.last_year))


def _processes(w: Writer, processes: Iterable[Process]) -> Iterator[Item]:
    for process in processes:
        if when := windowed(w, process):
            name = w.words("dates.how.process", name=w.plain(process.name))
            yield Item((*name, *when))


def _example(w: Writer, view: DatesView) -> Iterator[Block]:
    if view.example:
        role, entry = w.plain(view.example.role.name), w.day(view.example.entry)
        yield w.heading(2, "example", w.say("dates.example", role=role, day=entry))
        head = tuple(w.words(f"dates.example.{name}") for name in ("date", "what", "who"))
        rows = ((w.day(row.day), row.what, row.who or "") for row in view.example.rows)
        yield w.table(
            head, (Row(tuple(Cell((Words(c),) if c else ()) for c in row)) for row in rows)
        )
