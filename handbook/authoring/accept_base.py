"""A company accepts the base as it is: base.lock is written."""

from __future__ import annotations

from pathlib import Path

from handbook.authoring.writing import write_whole
from handbook.company.workshop import Workshop
from handbook.model.kinds import COMPANIES_FOLDER
from handbook.reading.base_lock import LOCK, lock_text


def accept_base(workshop: Workshop, company: str) -> tuple[Path, int]:
    """Write the company's lock; gives its path and how many things of the base it takes.

    Raises UnknownCompany, CannotWrite.
    """
    taken = workshop.make(company, draft=True).from_base
    path = workshop.library.folder / COMPANIES_FOLDER / company / LOCK
    write_whole(path, lock_text(taken))
    return path, len(taken)
