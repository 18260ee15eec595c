"""A form as a sheet of paper: who fills in what, what stands side by side, where it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from handbook.company.book import Handbook
from handbook.model import Form, Process
from handbook.model.form import FormField
from handbook.pages.views.process import StepRow, forms_in, step_rows

SHORT = ("line", "date", "signature")  # two of them share a row


@dataclass(frozen=True, slots=True)
class Blank:
    """A field as printed; ``dated``: a signature that needs a date, as no date field follows."""

    field: FormField
    dated: bool


@dataclass(frozen=True, slots=True)
class FilledBy:
    """Fields that one actor fills in, in rows of one or two."""

    actor: str
    rows: tuple[tuple[Blank, ...], ...]


@dataclass(frozen=True, slots=True)
class FormUse:
    """A process and its steps in which the form is handed in or named."""

    process: Process
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form, its fields by actor, and the processes that use it."""

    form: Form
    parts: tuple[FilledBy, ...]
    uses: tuple[FormUse, ...]


def form_view(book: Handbook, identity: str) -> FormView:
    """Raises KeyError for an unknown id."""
    form = book.forms[identity]
    uses = (_use(process, identity) for process in book.users_of("process", ("form", identity)))
    followed = [*(two for _, two in pairwise(form.fields)), None]
    blanks = (
        Blank(field, field.type == "signature" and (after is None or after.type != "date"))
        for field, after in zip(form.fields, followed, strict=True)
    )
    parts = groupby(blanks, key=lambda blank: str(blank.field.filled_by or form.filled_by))
    return FormView(
        form,
        tuple(FilledBy(actor, _rows(found)) for actor, found in parts),
        tuple(use for use in uses if use.steps),
    )


def _use(process: Process, form: str) -> FormUse:
    steps = (row for row in step_rows(process) if form in forms_in(row.step))
    return FormUse(process, tuple(steps))


def _rows(blanks: Iterable[Blank]) -> tuple[tuple[Blank, ...], ...]:
    """Short fields in pairs, every other field alone."""
    rows: list[tuple[Blank, ...]] = []
    for blank in blanks:
        if rows and len(rows[-1]) == 1 and _short(blank) and _short(rows[-1][0]):
            rows[-1] = (*rows[-1], blank)
        else:
            rows.append((blank,))
    return tuple(rows)


def _short(blank: Blank) -> bool:
    return blank.field.type in SHORT
