"""What one types to see one's dates."""

from __future__ import annotations

from handbook.pages.blocks import (
    Block,
    Choices,
    Entry,
    Item,
    Line,
    Link,
    Paragraph,
    Section,
    Target,
    Toned,
    Words,
)
from handbook.pages.views.dates import DatesView
from handbook.pages.writer import Writer

_FIRST, _LAST = "1970-01-01", "2099-12-31"


def dates_form(w: Writer, view: DatesView) -> Section:
    """Role, first day, contract, since when in the role; shown by its script alone."""
    roles = tuple((str(role.id), w.plain(role.name)) for role in view.roles)
    role = Choices(w.words("dates.role"), "role", (("", roles),), id="dates-role")
    open_ended = view.open_ended or not view.asks_contract
    months = Entry(
        w.words("dates.contract"), "number", "months", "dates-months",
        value=str(view.months or ""), least="1", most="600", needed=True,
    )  # fmt: skip
    # Below both, as ticking mends it, too
    wrong = Paragraph(
        w.words("dates.error.months"), tone="error", id="dates-months-error", hidden=True
    )
    term = (months, Entry(w.words("dates.open-ended"), "tick", "open", ticked=open_ended), wrong)
    since = _day(w, "since", w.words("dates.since-hint"))
    private = Paragraph(w.words("dates.private"), tone="note dates__private")
    fields: list[Block] = [Section(blocks) for blocks in ((role,), (_day(w, "entry"),))]
    fields.append(Section(term, hidden=not view.asks_contract))
    fields += [Section((since,)), private]
    return Section(
        tuple(fields),
        tone="card dates__form",
        kind="form",
        label=w.say("dates.yours"),
        feature="dates-form",
        marks=(("company", str(w.book.company.id)),),
        hidden=True,
    )


def _day(w: Writer, name: str, hint: Line = ()) -> Entry:
    return Entry(
        w.words(f"dates.{name}"), "date", name, f"dates-{name}", least=_FIRST, most=_LAST,
        needed=name == "entry", hint=hint, error=w.words(f"dates.error.{name}"),
    )  # fmt: skip


def row_pattern() -> Item:
    """A date as its script lists it: day, what and who, how far away."""
    day = Toned("day", (Toned("time"), Words(" "), Toned("weekday")))
    told = tuple(part for name in ("who", "more") for part in (Words(" "), Toned(f"{name} note")))
    what = Toned("what", (Link(Target(), ()), *told))
    return Item((day, Words(" "), what, Words(" "), Toned("away note")))
