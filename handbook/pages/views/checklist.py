"""What a person has to meet for one career path, as a list to tick."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from handbook.company.book import Handbook
from handbook.company.wording import name_of, plain_text
from handbook.model import CareerPath, Competency, Requirement, Role
from handbook.model.requirement import Category
from handbook.pages.compare import Comparison, grouped
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
    """Items of one competency, or of one category where the data names none."""

    about: Competency | Category
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
    ids = tuple(dict.fromkeys((*map(str, target.requirements), *conditions_of(book, path))))
    marks: dict[str, str] = {one.id: "checklist.new" for one in comparison.new_requirements}
    marks |= {one.after.id: "checklist.raised" for one in comparison.raised_requirements}
    marks |= {one.after.id: "checklist.changed" for one in comparison.changed_requirements}
    found: dict[Competency | Category, tuple[Item, ...]] = {
        about: tuple(_item(book, book.requirements[i], marks.get(i), lang) for i in group)
        for about, group in grouped(book, ids)
    }
    if path.tenure and not any(_asks(book.requirements[i], path.tenure) for i in ids):
        text, first = (
            _tenure(book, comparison.before, path.tenure, each) for each in (lang, FIRST)
        )
        own = Item(TENURE, text, None, _fingerprint(first), None)
        found["tenure"] = (*found.get("tenure", ()), own)
    groups = tuple(ItemGroup(about, items) for about, items in found.items())
    return Checklist(comparison.before, target, path, groups)


def _item(book: Handbook, one: Requirement, mark: str | None, lang: str) -> Item:
    text = plain_text(one.text, book, lang)
    evidence = plain_text(one.evidence, book, lang) if one.evidence else None
    return Item(one.id, text, evidence, _fingerprint(plain_text(one.text, book, FIRST)), mark)


def _asks(requirement: Requirement, tenure: str) -> bool:
    """Whether a demand of the role is already the path's tenure."""
    return requirement.category == "tenure" and tenure in requirement.text.parameters()


def _tenure(book: Handbook, role: Role, tenure: str, lang: str) -> str:
    name = name_of(book, "role", role.id, lang)
    return say("checklist.tenure", lang, role=name, value=book.values[tenure].text(lang))


def _fingerprint(text: str) -> str:
    return blake2b(" ".join(text.split()).encode(), digest_size=6).hexdigest()
