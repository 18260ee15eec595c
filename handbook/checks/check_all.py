"""Check one company or all of them: the problems, each once, and what is kept of a handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from handbook.checks import HARMLESS, check_data, check_policy, is_about_policy, located, rules_of
from handbook.checks.laws import LAW_SETS, LawSets, country_of, named
from handbook.checks.not_run import not_run
from handbook.checks.rule import Rule
from handbook.checks.sound_part import sound_part
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop, is_draft
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE
from handbook.reading.library import Library
from handbook.reading.node import place_of
from handbook.words.catalogue import Count
from handbook.words.facts import Listed
from handbook.words.problem import Place, Problem, blocking, in_order

T = TypeVar("T")
Keep = Callable[[Handbook], T]  # what to keep of a handbook


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding and the companies that have it; none for one that stands in no company's data."""

    problem: Problem
    companies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """What was kept of the sound handbooks, by company, all findings, each once, and all that was
    found by company. Sound are those in which nothing blocks but rules of the policy.

    With the findings of a company stands what could not be checked in it, which is no problem.
    ``rules`` are the codes of those rules of the policy that ran for at least one company.

    Handbooks themselves are let go one after the other: five hundred take gigabytes.
    """

    kept: dict[str, T]
    found: dict[str, tuple[Problem, ...]]
    problems: tuple[Problem, ...]
    rules: frozenset[str]
    _workshop: Workshop
    _law_sets: LawSets

    @property
    def reported(self) -> tuple[Reported, ...]:
        """All findings, and what was not checked, with the companies that have them."""
        owners: dict[object, list[str]] = {}
        unchecked: list[Problem] = []
        for company, problems in self.found.items():
            for problem in problems:
                owners.setdefault(problem.key, []).append(company)
                unchecked += [problem] if problem.unchecked else []
        every = in_order((*self.problems, *unchecked))
        return tuple(Reported(p, tuple(owners.get(p.key, ()))) for p in every)

    def book(self, identity: str, *, draft: bool) -> Handbook:
        """A sound handbook once more, from what was read when it was checked."""
        made = self._workshop.make(identity, draft=draft)
        assert made.book is not None
        return _placed(made.book, self._law_sets)


@dataclass(frozen=True, slots=True)
class Looked:
    """One company: ``book`` is None if it can't be made; ``rules`` of the policy that ran."""

    book: Handbook | None
    problems: tuple[Problem, ...]
    unchecked: tuple[Problem, ...]
    rules: tuple[Rule, ...] = ()


def check_companies(
    library: Library, companies: list[str], *, draft: bool | None = None
) -> tuple[dict[str, Handbook], tuple[Problem, ...]]:
    """Handbooks by company and all problems; see ``check_each``. For a few companies at once."""
    checked = check_each(library, companies, lambda book: book, draft=draft)
    return checked.kept, checked.problems


def stopping(problems: tuple[Problem, ...], *, draft: bool) -> tuple[Problem, ...]:
    """What keeps a site from being built: in a draft only mistakes in the data do."""
    found = blocking(problems)
    return tuple(p for p in found if not is_about_policy(p)) if draft else found


def check_each(
    library: Library,
    companies: list[str],
    keep: Keep[T],
    *,
    draft: bool | None = None,
    law_sets: LawSets = LAW_SETS,
) -> Checked[T]:
    """Check companies one after the other.

    ``keep`` says what to keep of each handbook that is sound. ``draft`` says whether values may be
    open; None leaves it to each company's ``draft:``. Raises UnknownCompany.
    """
    workshop = Workshop(library)
    kept: dict[str, T] = {}
    by_company: dict[str, tuple[Problem, ...]] = {}
    problems: dict[object, Problem] = {}  # companies that have the same one share it
    rules: set[str] = set()
    for identity in companies:
        folder = library.companies.get(identity)
        if folder is None and library.closed:
            waiting = _wait(library, identity, law_sets, library.base.problems)
            found = in_order([*library.base.problems, *waiting])
        else:
            by_itself = folder is not None and is_draft(folder)
            open_values = by_itself if draft is None else draft
            looked = look(workshop, identity, draft=open_values, law_sets=law_sets)
            found = in_order([*looked.problems, *looked.unchecked])
            rules |= {rule.code for rule in looked.rules}
            if looked.book is not None and not stopping(found, draft=True):
                kept[identity] = keep(looked.book)
        by_company[identity] = tuple(
            p if p.unchecked else problems.setdefault((p.key, p.accepted), p) for p in found
        )
    every = problems.values() if companies else library.base.problems
    return Checked(kept, by_company, in_order(every), frozenset(rules), workshop, law_sets)


def check_company(
    workshop: Workshop, identity: str, *, draft: bool = False, law_sets: LawSets = LAW_SETS
) -> tuple[Handbook | None, tuple[Problem, ...]]:
    """One company's handbook, None if it can't be made, and all problems; see ``look``."""
    looked = look(workshop, identity, draft=draft, law_sets=law_sets)
    return looked.book, looked.problems


def look(
    workshop: Workshop, identity: str, *, draft: bool = False, law_sets: LawSets = LAW_SETS
) -> Looked:
    """One company's handbook, all problems found, and what could not be checked.

    The rules of the policy look at what is sound, and wait for the rest. ``law_sets`` are those
    that a company can name; its handbook gets the country of the one it names.
    Raises UnknownCompany.
    """
    library = workshop.library
    made = workshop.make(identity, draft=draft)
    if made.book is None:
        waiting = _wait(library, identity, law_sets, made.problems)
        return Looked(None, in_order(made.problems), tuple(waiting))
    laws, book = made.book.company.laws, _placed(made.book, law_sets)
    found = check_data(book, library.base.things, law_sets)
    problems = [*made.problems, *(located(book, finding) for finding in found)]
    publishable = book if made.sound else None
    rules, part = rules_of(law_sets, laws), sound_part(made, book, library, found, HARMLESS)
    grave = [problem for problem in problems if problem.code not in HARMLESS]
    unchecked = _wait(library, identity, law_sets, grave, laws) if grave else []
    if part is None:
        return Looked(publishable, in_order(problems), tuple(unchecked))
    sound, doubts = part
    told = check_policy(sound, rules, doubts)
    # What a broken company.yml may have filled in is not told as open
    unread = any(problem.place.file == book.company_node.place.file for problem in grave)
    unchecked += (
        problem
        for problem in told
        if problem.unchecked and not (unread and problem.reason == "unchecked.open")
    )
    problems += (problem for problem in told if not problem.unchecked)
    if not grave and not named(law_sets, laws):
        place = place_of(book.company_node, ("laws",))
        facts = {"known": Listed(tuple(sorted(law_sets)))}
        unchecked += not_run(_of_laws(law_sets), "no-law", place, facts)
    return Looked(publishable, in_order(problems), in_order(unchecked), rules)


def _wait(
    library: Library,
    identity: str,
    law_sets: LawSets,
    problems: Iterable[Problem],
    laws: tuple[str, ...] = (),
) -> list[Problem]:
    """That no rule of the policy could look at all of a company, as its data has mistakes first."""
    rules = rules_of(law_sets, laws if named(law_sets, laws) else law_sets)
    folder = f"{library.label}/{COMPANIES_FOLDER}"
    place = Place(
        f"{folder}/{identity}/{COMPANY_FILE}" if identity in library.companies else folder
    )
    first = [problem for problem in in_order(problems) if problem.code not in HARMLESS]
    return not_run(rules, "data-first", place, {"id": identity, "n": Count(len(first))})


def _of_laws(law_sets: LawSets) -> tuple[Rule, ...]:
    return tuple(rule for law_set in law_sets.values() for rule in law_set.rules)


def _placed(book: Handbook, law_sets: LawSets) -> Handbook:
    """A handbook with the country of the law set that its company names."""
    return replace(book, country=country_of(law_sets, book.company.laws))


def others(library: Library) -> Iterator[tuple[str, Handbook]]:
    """Every company's handbook as far as it can be made, to compare values with."""
    workshop = Workshop(library)
    for identity in library.companies:
        made = workshop.make(identity, draft=True)
        if made.book is not None and made.sound:
            yield identity, made.book


def open_in_draft(book: Handbook) -> int:
    """How many of the values that a draft shows are not filled in yet; 0 if it is none."""
    if not book.draft:
        return 0
    shown = {identity for kind, identity in book.users if kind == "parameter"}
    return sum(1 for name, value in book.values.items() if name in shown and value.raw is None)
