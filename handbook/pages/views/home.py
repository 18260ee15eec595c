"""The home page's three doors: what stands behind each."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Company, Role
from handbook.model.base import Key
from handbook.pages.compare import steps
from handbook.pages.views.assessment import assessed


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page prints; processes stand behind the door of those who need them.

    ``hires`` are the roles that somebody new confirms, or all where none is confirmed; ``lead``
    is the catalogue's key of what they find there, ``moving_lead`` of what those find who move on.

    ``steps`` are the career paths, from role to role. ``documents`` are kinds, each
    with its things, in the order of the navigation.
    """

    company: Company
    hires: tuple[Role, ...]
    lead: str
    moving_lead: str
    confirmations: tuple[Key, ...]
    changing_jobs: tuple[Key, ...]
    steps: tuple[tuple[Role, Role], ...]
    documents: tuple[tuple[str, tuple[Key, ...]], ...]


def home_lead(book: Handbook) -> str:
    """The catalogue's key of what the handbook is for."""
    return "home.lead" if book.processes else "home.lead-plain"


def home_view(book: Handbook) -> HomeView:
    """Doors for new hires, for those who want to move on, and for those who look something up."""
    roles = [role for rung in book.ladders.values() for role in rung]
    documents = {
        "policy": [("policy", i) for i in book.policies],
        "process": [*_processes(book, "appeal"), *_processes(book, "other")],
        "form": [("form", i) for i in book.forms],
        "script": [("script", i) for i in book.scripts],
        "department": [("department", i) for i in book.departments],
    }
    confirmed = tuple(role for role in roles if role.confirmation)
    # score sheets are listed among the forms
    also = {"form"} if any(map(assessed, book.processes.values())) else set()
    return HomeView(
        book.company,
        hires=confirmed or tuple(roles),
        lead="home.new-hires-lead" if confirmed else "home.new-hires-lead-plain",
        moving_lead="home.careers-lead" if book.processes else "home.careers-lead-plain",
        confirmations=tuple(_processes(book, "confirmation")),
        steps=tuple((book.roles[a], book.roles[b]) for a, b in steps(book)),
        changing_jobs=(*_processes(book, "promotion"), *_processes(book, "transfer")),
        documents=tuple(
            (kind, tuple(keys)) for kind, keys in documents.items() if keys or kind in also
        ),
    )


def _processes(book: Handbook, kind: str) -> list[Key]:
    return [("process", i) for i, process in book.processes.items() if process.type == kind]
