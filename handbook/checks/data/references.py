"""Every id that a field or a text names is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook, Use, mentions
from handbook.company.wording import Named
from handbook.model.kinds import KIND_BY_NAME
from handbook.reading.node import place_of
from handbook.words.catalogue import Phrase
from handbook.words.near import Guesses
from handbook.words.problem import Place


def find(book: Handbook) -> Iterator[Finding]:
    """HB401 an unknown kind in a link, HB402 an id that is not there, HB315 one taken away.

    HB443 one that the company doesn't take.
    """
    guesses = Guesses()
    all_there = not any(target not in book.nodes for target in book.users)
    for use in (*(() if all_there else book.uses), *_of_the_company(book)):
        kind, identity = use.target
        facts: dict[str, object]
        if kind not in KIND_BY_NAME:
            others = guesses.near(kind, KIND_BY_NAME)
            yield Finding("HB401", use.user, use.path, {"kind": kind}, others)
        elif use.target in book.nodes or book.gaps.may_hold(use.target):
            continue
        elif use.target in book.untaken:
            user = book.company.id if use.user == COMPANY else Named(book, *use.user)
            facts = {"kind": Phrase(f"kind.{kind}"), "id": identity, "user": user}
            yield Finding("HB443", use.user, use.path, facts)
        elif place := book.gaps.removed.get(use.target):
            if book.gaps.may_hold(use.user):  # a change that can't be read may have mended it
                continue
            where = place_of_use(book, use)
            facts = {"kind": Phrase(f"kind.{kind}"), "id": identity, "where": str(where)}
            yield Finding("HB315", use.user, use.path, facts, at=place)
        else:
            known = (i for k, i in chain(book.nodes, book.untaken) if k == kind)
            others = guesses.near(identity, known)
            facts = {"kind": Phrase(f"kind.{kind}"), "id": identity}
            yield Finding("HB402", use.user, use.path, facts, others)


def _of_the_company(book: Handbook) -> Iterator[Use]:
    """What company.yml mentions; whom it extends has been looked up already."""
    for path, target in mentions(book.company):
        if path != ("extends",):
            yield Use(COMPANY, path, target)


def place_of_use(book: Handbook, use: Use) -> Place:
    """The line that mentions something."""
    node = book.company_node if use.user == COMPANY else book.nodes[use.user]
    return place_of(node, use.path)


RULE = DataRule(("HB315", "HB401", "HB402", "HB443"), find)
