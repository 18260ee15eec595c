"""Check one company or all of them: the problems, each once, and the handbooks that are sound."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.checks import HARMLESS, check_data, check_policy, is_about_policy, located, rules_of
from handbook.checks.laws import LAW_SETS, LawSets, country_of
from handbook.checks.sound_part import sound_part
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop, is_draft
from handbook.reading.library import Library
from handbook.words.problem import Problem, blocking, in_order


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding and the companies that have it; none for one that stands in no company's data."""

    problem: Problem
    companies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Handbooks by company, the findings by company, and all findings, each once."""

    books: dict[str, Handbook]
    found: dict[str, tuple[Problem, ...]]
    problems: tuple[Problem, ...]

    @property
    def reported(self) -> tuple[Reported, ...]:
        """All findings with the companies that have them."""
        owners: dict[object, list[str]] = {}
        for company, problems in self.found.items():
            for problem in problems:
                owners.setdefault(problem.key, []).append(company)
        return tuple(Reported(p, tuple(owners.get(p.key, ()))) for p in self.problems)


def check_companies(
    library: Library, companies: list[str], *, draft: bool | None = None
) -> tuple[dict[str, Handbook], tuple[Problem, ...]]:
    """Handbooks by company and all problems; see ``check_each``."""
    checked = check_each(library, companies, draft=draft)
    return checked.books, checked.problems


def stopping(problems: tuple[Problem, ...], *, draft: bool) -> tuple[Problem, ...]:
    """What keeps a site from being built: in a draft only mistakes in the data do."""
    found = blocking(problems)
    return tuple(p for p in found if not is_about_policy(p)) if draft else found


def check_each(
    library: Library,
    companies: list[str],
    *,
    draft: bool | None = None,
    law_sets: LawSets = LAW_SETS,
) -> Checked:
    """Check companies one after the other.

    ``draft`` says whether values may be open; None leaves it to each company's ``draft:``.
    Raises UnknownCompany.
    """
    workshop = Workshop(library)
    books: dict[str, Handbook] = {}
    by_company: dict[str, tuple[Problem, ...]] = {}
    problems: list[Problem] = []
    for identity in companies:
        folder = library.companies.get(identity)
        if folder is None and library.closed:
            by_company[identity] = in_order(library.base.problems)
            problems += library.base.problems
            continue
        by_itself = folder is not None and is_draft(folder)
        open_values = by_itself if draft is None else draft
        book, found = check_company(workshop, identity, draft=open_values, law_sets=law_sets)
        by_company[identity] = found
        problems += found
        if book is not None:
            books[identity] = book
    if not companies:
        problems += library.base.problems
    return Checked(books, by_company, in_order(problems))


def check_company(
    workshop: Workshop, identity: str, *, draft: bool = False, law_sets: LawSets = LAW_SETS
) -> tuple[Handbook | None, tuple[Problem, ...]]:
    """One company's handbook, None if it can't be made, and all problems found.

    The rules of the policy look at what is sound, and wait for the rest. ``law_sets`` are those
    that a company can name; its handbook gets the country of the one it names.
    Raises UnknownCompany.
    """
    made = workshop.make(identity, draft=draft)
    if made.book is None:
        return None, in_order(made.problems)
    laws = made.book.company.laws
    book = replace(made.book, country=country_of(law_sets, laws))
    found = check_data(book, workshop.library.base.things, law_sets)
    problems = [*made.problems, *(located(book, finding) for finding in found)]
    if part := sound_part(made, book, workshop.library, found, HARMLESS):
        sound, doubts = part
        problems += check_policy(sound, rules_of(law_sets, laws), doubts)
    return (book if made.sound else None), in_order(problems)


def neighbours(library: Library, identity: str) -> dict[str, Handbook]:
    """The other companies' handbooks as far as they can be made, to compare values with."""
    workshop = Workshop(library)
    others = (other for other in library.companies if other != identity)
    made = ((other, workshop.make(other, draft=True)) for other in others)
    return {other: each.book for other, each in made if each.book is not None and each.sound}


def open_values(book: Handbook) -> int:
    """How many of the values that a handbook shows are not filled in yet."""
    shown = {
        identity for kind, identity in (use.target for use in book.uses) if kind == "parameter"
    }
    return sum(1 for name, value in book.values.items() if name in shown and value.raw is None)
