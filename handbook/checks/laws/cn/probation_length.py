"""A probation no longer than kind and term of the contract allow: see calendar_and_limits."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.laws.cn.contract import TERM as CONTRACT
from handbook.checks.laws.cn.contract import cap, holders, kind, probations, unknown
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.company.wording import Wording
from handbook.words.catalogue import Count, Phrase


def too_long(book: Handbook) -> Iterator[Told]:
    """HB701: longer than the cap for this term."""
    most = cap(book)
    if most != 0:
        yield from unknown(book)
    for identity, value, months in probations(book):
        if most and months > most and not _as_long_as_contract(book, months):
            facts = _facts(book, value, months) | {"cap": most}
            yield Finding("HB701", COMPANY, ("values", identity), facts, about=CONTRACT)


def not_allowed(book: Handbook) -> Iterator[Told]:
    """HB702: a probation where the contract allows none."""
    if cap(book):
        return
    yield from unknown(book)
    if cap(book) is None:
        return
    for identity, value, months in probations(book):
        if months > 0:
            facts = _facts(book, value, months)
            yield Finding("HB702", COMPANY, ("values", identity), facts, about=CONTRACT)


def as_long_as_contract(book: Handbook) -> Iterator[Told]:
    """HB706: a probation that lasts as long as the contract or longer."""
    if cap(book) == 0 or book.company.contract_type == "open_ended":
        return
    yield from unknown(book)
    for identity, value, months in probations(book):
        if _as_long_as_contract(book, months):
            facts = _facts(book, value, months)
            facts["term"] = book.company.contract_months
            yield Finding("HB706", COMPANY, ("values", identity), facts, about=CONTRACT)


def unknown_term(book: Handbook) -> Iterator[Finding]:
    """HB725: probations, but nothing that tells how long they may be."""
    held = holders(book)
    if held and cap(book) is None and not book.draft:
        yield Finding("HB725", COMPANY, ("values", held[0]), about=CONTRACT)


def _as_long_as_contract(book: Handbook, months: int | float) -> bool:
    if book.company.contract_type == "open_ended":
        return False
    return book.company.contract_months is not None and months >= book.company.contract_months


def _facts(book: Handbook, value: Value, months: int | float) -> dict[str, object]:
    name, contract = Wording(value.parameter.name, book), Phrase(f"contract.{kind(book)}")
    return {"name": name, "months": Count(months), "contract": contract}


LENGTH = Rule("HB701", too_long, article="law.cn.19")
KIND = Rule("HB702", not_allowed, article="law.cn.19-70")
TERM = Rule("HB706", as_long_as_contract, article="law.cn.19")
UNKNOWN = Rule("HB725", unknown_term, "warning", "law.cn.19")
