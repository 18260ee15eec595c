"""How long a probation a labour contract allows: the only place that holds the table."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.model import Company


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


# Labour Contract Law, article 19; where the kind of contract allows none: articles 19 and 70
STATUTORY = ProbationLimits(((36, 6), (12, 2), (3, 1)), 6)
NO_PROBATION = ProbationLimits((), 0)
NO_LIMIT = ProbationLimits(((1, 600),), 600)


def statutory_limits(company: Company) -> ProbationLimits:
    """What Chinese law allows for the company's kind of contract."""
    return NO_PROBATION if company.contract_type in ("task", "part_time") else STATUTORY


def limits(company: Company) -> ProbationLimits:
    """What the laws that the company follows allow."""
    return statutory_limits(company) if "cn" in company.laws else NO_LIMIT
