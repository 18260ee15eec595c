"""What a person has to meet for one career path, as a list to tick."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from handbook.company.book import Handbook
from handbook.company.wording import name_of, plain_text
from handbook.model import CareerPath, Requirement, Role
from handbook.model.requirement import CATEGORIES
from handbook.pages.compare import Comparison
from handbook.pages.views.lists import conditions_of
from handbook.words.catalogue import FIRST, say

TENURE = "path.tenure"  # the path's own demand; the dot keeps it apart from ids of requirements


@dataclass(frozen=True, slots=True)
class Item:
    """One line to tick, in plain characters.

    ``fingerprint`` changes when the wording in the data's own language or a value in it does, and
    with nothing else.
    ``mark`` is the catalogue's key of what is special about it, if anything is.
    """

    id: str
    text: str
    evidence: str | None
    fingerprint: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items of one category; ``label`` is the catalogue's key of its name."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that is asked for the career path from ``role`` to ``target``, each demand once."""

    role: Role
    target: Role
    path: CareerPath
    groups: tuple[ItemGroup, ...]

    @property
    def key(self) -> str:
        """What tells this list from the company's others, on whichever page it stands."""
        return f"{self.role.id}--{self.target.id}.{self.path.type}"

    @property
    def count(self) -> int:
        """How many items there are."""
        return sum(len(group.items) for group in self.groups)


def checklist(book: Handbook, comparison: Comparison, path: CareerPath, lang: str) -> Checklist:
    """The target's demands, the conditions of the process and of the path, and the tenure."""
    target = comparison.after
    ids = dict.fromkeys((*map(str, target.requirements), *conditions_of(book, path)))
    asked = [book.requirements[identity] for identity in ids]
    marks = {one.id: "checklist.new" for one in comparison.new_requirements}
    marks |= {one.after.id: "checklist.raised" for one in comparison.raised_requirements}
    found: dict[str, list[Item]] = {}
    for one in asked:
        text = plain_text(one.text, book, lang)
        evidence = plain_text(one.evidence, book, lang) if one.evidence else None
        item = Item(
            one.id,
            text,
            evidence,
            _fingerprint(plain_text(one.text, book, FIRST)),
            marks.get(one.id),
        )
        found.setdefault(one.category, []).append(item)
    if path.tenure and not any(_asks(one, path.tenure) for one in asked):
        text, first = (
            _tenure(book, comparison.before, path.tenure, each) for each in (lang, FIRST)
        )
        found.setdefault("tenure", []).append(Item(TENURE, text, None, _fingerprint(first), None))
    groups = (ItemGroup(f"category.{c}", tuple(found[c])) for c in CATEGORIES if c in found)
    return Checklist(comparison.before, target, path, tuple(groups))


def _asks(requirement: Requirement, tenure: str) -> bool:
    """Whether a demand of the role is already the path's tenure."""
    return requirement.category == "tenure" and tenure in requirement.text.parameters()


def _tenure(book: Handbook, role: Role, tenure: str, lang: str) -> str:
    name = name_of(book, "role", role.id, lang)
    return say("checklist.tenure", lang, role=name, value=book.values[tenure].text(lang))


def _fingerprint(text: str) -> str:
    return blake2b(" ".join(text.split()).encode(), digest_size=6).hexdigest()
