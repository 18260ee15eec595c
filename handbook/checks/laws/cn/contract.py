"""How long a probation the labour contract allows, and which parameters hold probations."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, NotChecked
from handbook.checks.lacking import unfilled
from handbook.checks.laws.cn.calendar_and_limits import COUNTRY
from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.company.wording import Wording
from handbook.words.catalogue import Count, Phrase

LENGTH = "probation_length"
# What the cap hangs on
TERM = (("company", "contract_type"), ("company", "contract_months"))


def cap(book: Handbook) -> int | None:
    """The longest probation in months; 0 where none may be agreed, None if nothing is known."""
    company = book.company
    if company.contract_type in (None, "fixed") and company.contract_months is None:
        return None
    months = None if company.contract_type == "open_ended" else company.contract_months
    return COUNTRY.limits(company).most(months)


def kind(book: Handbook) -> str:
    """The contract's kind as the catalogue names it; a fixed term by the cap that it has."""
    named = book.company.contract_type or "fixed"
    return f"fixed-{cap(book)}" if named == "fixed" else named


def probations(book: Handbook) -> Iterator[tuple[str, Value, int | float]]:
    """Each parameter that holds a probation, with its value in months; open ones are left out."""
    for identity in holders(book):
        value = book.values[identity]
        if isinstance(value.raw, (int, float)):
            yield identity, value, value.raw


def unknown(book: Handbook) -> Iterator[NotChecked]:
    """What keeps from comparing each probation with its cap: the contract, values that are open."""
    held = holders(book)
    if held and cap(book) is None:
        yield NotChecked("no-term", COMPANY, ("contract_months",))
    yield from unfilled(book, *held)


def holders(book: Handbook) -> tuple[str, ...]:
    """The parameters that hold a probation, each once."""
    ids = [str(role.probation) for role in book.roles.values() if role.probation]
    ids += [name for name, value in book.values.items() if value.parameter.legal == LENGTH]
    return tuple(dict.fromkeys(ids))


def outlasts_contract(book: Handbook, months: int | float) -> bool:
    """Whether a probation of these months ends with the contract or after it."""
    if book.company.contract_type == "open_ended":
        return False
    return book.company.contract_months is not None and months >= book.company.contract_months


def facts_of(book: Handbook, value: Value, months: int | float) -> dict[str, object]:
    """What a finding about a probation tells."""
    name, contract = Wording(value.parameter.name, book), Phrase(f"contract.{kind(book)}")
    return {"name": name, "months": Count(months), "contract": contract}
