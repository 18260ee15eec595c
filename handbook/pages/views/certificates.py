"""Certificates that roles ask for, and which roles those are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Certificate, Requirement, Role


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A demand with its certificate; ``roles`` are the ids of those on whose pages it stands."""

    requirement: Requirement
    certificate: Certificate
    roles: tuple[str, ...]


def certificate_rows(book: Handbook) -> tuple[CertificateRow, ...]:
    """In the order in which the ladders first ask them, from the bottom up."""
    asking: dict[str, dict[str, None]] = {}
    for roles in book.ladders.values():
        for role in roles:
            for asked in _asked(role):
                asking.setdefault(asked, {})[str(role.id)] = None
    demands = ((book.requirements[identity], ids) for identity, ids in asking.items())
    return tuple(
        CertificateRow(demand, demand.certificate, tuple(ids))
        for demand, ids in demands
        if demand.certificate
    )


def _asked(role: Role) -> Iterator[str]:
    """What the role itself asks, the end of its probation, and each way on from it."""
    yield from role.requirements
    if role.confirmation:
        yield from role.confirmation.requirements
    for path in role.paths:
        yield from path.requirements
