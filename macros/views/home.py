"""The home page's three doors: what stands behind each."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Handbook
from handbook.model import Company, Role
from handbook.tree import Key


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page prints; processes stand behind the door of those who need them."""

    company: Company
    hires: tuple[Role, ...]
    confirmations: tuple[Key, ...]
    ways: tuple[Key, ...]
    documents: tuple[Key, ...]


def home_view(book: Handbook) -> HomeView:
    """Doors for new hires, for those who want to move on, and for those who look something up."""
    roles = [role for rung in book.ladders.values() for role in rung]
    other = [*_processes(book, "appeal"), *_processes(book, "other")]
    documents = [(kind, i) for kind in ("policy", "form", "script") for i in book.of(kind)]
    departments = [("department", i) for i in book.departments]
    return HomeView(
        book.company,
        hires=tuple(role for role in roles if role.confirmation),
        confirmations=tuple(_processes(book, "confirmation")),
        ways=(*_processes(book, "promotion"), *_processes(book, "transfer")),
        documents=(
            *documents[: len(book.policies)],
            *other,
            *documents[len(book.policies) :],
            *departments,
        ),
    )


def _processes(book: Handbook, kind: str) -> list[Key]:
    return [("process", i) for i, process in book.processes.items() if process.type == kind]
