"""The higher the level, the longer one serves before the next."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.levels.comparable import months
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB805: a promotion after a shorter time than the promotion before it, at the value."""
    told: set[str] = set()
    for role in book.roles.values():
        for path in role.paths:
            below = book.values.get(path.tenure or "")
            least = months(below) if path.type == "promotion" else None
            if below is None or least is None:
                continue
            for further in book.roles[path.to].paths:
                value = book.values.get(further.tenure or "")
                asked = months(value) if further.type == "promotion" else None
                if value is None or asked is None or asked >= least:
                    continue
                identity = str(value.parameter.id)
                if identity not in told:
                    told.add(identity)
                    facts = {
                        "name": Wording(value.parameter.name, book),
                        "value": Valued(value),
                        "below_name": Wording(below.parameter.name, book),
                        "below": Valued(below),
                    }
                    about = (("role", str(role.id)), ("role", str(path.to)))
                    yield Finding("HB805", COMPANY, ("values", identity), facts, about=about)


RULE = Rule("HB805", find)
