"""What a country says about days and probations, as plain data that its law set hands in.

Without a country people work from Monday to Friday, every year is known, and no law limits a
probation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handbook.model import Company


@dataclass(frozen=True, slots=True)
class PublishedDays:
    """The days of the years ``first`` to ``last`` that differ from Monday to Friday.

    ``workdays`` are days at a weekend that are worked in exchange; nothing is known of other
    years. ``said`` is the catalogue's key of the sentence that tells employees by which days is
    counted.
    """

    first: int
    last: int
    holidays: frozenset[date]
    workdays: frozenset[date]
    said: str

    def works(self, day: date) -> bool:
        """Whether people work on a day of these years."""
        return day in self.workdays or (day.weekday() < 5 and day not in self.holidays)


@dataclass(frozen=True, slots=True)
class ProbationLimits:
    """The longest probation in months by the term of the contract; 0 where none may be agreed.

    ``fixed`` holds pairs (contract of at least so many months, longest probation), longest
    contract first; a shorter contract than all of them allows none.
    """

    fixed: tuple[tuple[int, int], ...]
    open_ended: int

    def most(self, contract_months: int | None) -> int:
        """The longest probation; ``None`` is a contract without a fixed term."""
        if contract_months is None:
            return self.open_ended
        return next((most for least, most in self.fixed if contract_months >= least), 0)

    @property
    def by_term(self) -> bool:
        """Whether the contract's term makes a difference."""
        return self not in (NO_PROBATION, NO_LIMIT)


NO_PROBATION = ProbationLimits((), 0)
NO_LIMIT = ProbationLimits(((1, 600),), 600)


@dataclass(frozen=True, slots=True)
class Country:
    """``no_probation`` are the kinds of contract, as company.yml names them, that allow none."""

    published: PublishedDays | None = None
    probation: ProbationLimits = NO_LIMIT
    no_probation: frozenset[str] = frozenset()

    def limits(self, company: Company) -> ProbationLimits:
        """What the law allows for the company's kind of contract."""
        return NO_PROBATION if company.contract_type in self.no_probation else self.probation


NO_COUNTRY = Country()
