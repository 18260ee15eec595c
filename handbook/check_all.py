"""Check one company or all of them: the problems, each once, and the handbooks that are sound."""

from __future__ import annotations

from handbook.book import Handbook
from handbook.company import Workshop, is_draft
from handbook.load import Library
from handbook.problem import Problem, in_order


def check_companies(
    library: Library, companies: list[str], *, draft: bool | None = None
) -> tuple[dict[str, Handbook], tuple[Problem, ...]]:
    """Handbooks by company and all problems.

    ``draft`` says whether values may be open; None leaves it to each company's ``draft:``.
    Raises UnknownCompany.
    """
    workshop = Workshop(library)
    books: dict[str, Handbook] = {}
    problems: list[Problem] = []
    for identity in companies:
        folder = library.companies.get(identity)
        by_itself = folder is not None and is_draft(folder)
        open_values = by_itself if draft is None else draft
        book, found = workshop.handbook(identity, draft=open_values)
        problems += found
        if book is not None:
            books[identity] = book
    if not companies:
        problems += library.base.problems
    return books, in_order(problems)


def neighbours(library: Library, identity: str) -> dict[str, Handbook]:
    """The other companies' handbooks as far as they can be made, to compare values with."""
    workshop = Workshop(library)
    others = (other for other in library.companies if other != identity)
    books = ((other, workshop.handbook(other, draft=True)[0]) for other in others)
    return {other: book for other, book in books if book is not None}


def open_values(book: Handbook) -> int:
    """How many of the values that a handbook shows are not filled in yet."""
    shown = {
        identity for kind, identity in (use.target for use in book.uses) if kind == "parameter"
    }
    return sum(1 for name, value in book.values.items() if name in shown and value.raw is None)
