"""What some readers don't see is gone, and what can't do without it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handbook.checks.data.audiences import find
from handbook.company.audience import for_audience
from handbook.company.book import Handbook


def hiding(book: Handbook, kind: str, identity: str, **fields: Any) -> Handbook:
    """The book with one thing that has these fields."""
    thing = book.things[kind, identity]
    whole = {name: getattr(thing, name) for name in type(thing).model_fields}
    changed = type(thing).model_construct(**{**whole, **fields})
    return replace(book, things={**book.things, (kind, identity): changed}, _by_kind={})


def test_where_nothing_is_for_others_it_is_the_same_book(book: Handbook) -> None:
    assert for_audience(book, "all") is book
    assert list(find(book)) == []


def test_items_that_name_what_is_hidden_go(book: Handbook) -> None:
    role = next(r for r in book.roles.values() if r.duties)
    duty = str(role.duties[0])
    hidden = hiding(book, "duty", duty, audience="managers")
    assert duty not in for_audience(hidden, "all").duties
    assert duty not in for_audience(hidden, "all").roles[str(role.id)].duties
    assert for_audience(hidden, "managers").duties == hidden.duties
    assert for_audience(hidden, "hr") is hidden


def test_what_must_be_there_is_told_once(book: Handbook) -> None:
    process = next(p for p in book.processes.values() if p.steps[0].next or p.steps[0].outcomes)
    actor = str(process.steps[0].actor)
    found = [f for f in find(hiding(book, "actor", actor, audience="hr")) if f.code == "HB444"]
    assert ("steps", 0, "actor") in [f.path for f in found]
    assert len({(f.key, f.path) for f in found}) == len(found)


def test_a_step_that_others_lead_to_must_be_there(book: Handbook) -> None:
    process = next(p for p in book.processes.values() if len(p.steps) > 1)
    steps = tuple(s.model_copy(update={"audience": "hr"}) for s in process.steps[1:])
    spoiled = hiding(book, "process", str(process.id), steps=(process.steps[0], *steps))
    assert {f.code for f in find(spoiled)} == {"HB445"}


def test_a_list_that_needs_an_item_must_keep_one(book: Handbook) -> None:
    script = next(iter(book.scripts.values()))
    parts = tuple(p.model_copy(update={"audience": "hr"}) for p in script.parts)
    (found,) = find(hiding(book, "script", str(script.id), parts=parts))
    assert (found.code, found.path) == ("HB445", ())
