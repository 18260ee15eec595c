"""Sentences that answer a question: how long, how much, when, who.

A sentence of the data answers by the values in it, and a step by its limit and its actor. Each
belongs to the part of a page that prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.company.wording import name_of, plain_text
from handbook.model import Policy, Process, Role
from handbook.model.on_purpose import OnPurpose
from handbook.model.parameter_type import TYPES
from handbook.model.references import RequirementId
from handbook.pages.addresses import file_of, page_path
from handbook.words.catalogue import say
from handbook.words.text import Text

# What the time in a role before the next answers
_SERVED = ("long", "years", "when")


@dataclass(frozen=True, slots=True)
class Answer:
    """One sentence of a page's part.

    ``location``: address and anchor of the part; ``questions``: what ``text`` answers, the keys of
    ``questions`` in language.yml; ``about``: name and value of all that stands in it;
    ``names``: what these values are called.
    """

    location: str
    questions: tuple[str, ...]
    text: str
    about: str = ""
    names: tuple[str, ...] = ()


def answers(book: Handbook, lang: str) -> tuple[Answer, ...]:
    """Every answer, in the order of the data."""
    return tuple(_Answers(book, lang).all())


@dataclass(frozen=True, slots=True)
class _Answers:
    book: Handbook
    lang: str

    def all(self) -> Iterator[Answer]:
        for policy in self.book.policies.values():
            yield from self._policy(policy)
        for process in self.book.processes.values():
            yield from self._process(process)
        for role in self.book.roles.values():
            yield from self._role(role)
        for script in self.book.scripts.values():
            for part in script.parts:
                for text in part.says:
                    yield from self._sentence(_at(("script", script.id), f"part-{part.id}"), text)

    def _policy(self, policy: Policy) -> Iterator[Answer]:
        for chapter in policy.chapters:
            at = _at(("policy", policy.id), f"chapter-{chapter.id}")
            for article in chapter.articles:
                for text in (article.text, *article.items):
                    yield from self._sentence(at, text)
                if article.show:
                    yield from self._demands(at, article.show.requirements)

    def _process(self, process: Process) -> Iterator[Answer]:
        key = ("process", process.id)
        yield from self._sentence(_at(key, ""), process.summary)
        for step in process.steps:
            name, actor = self._plain(step.name), name_of(self.book, "actor", step.actor, self.lang)
            whose = self._plain(process.name)
            facts = {"process": whose, "step": name, "actor": actor}
            doing = say("search.value", self.lang, name=name, value=actor)
            limit = self.book.values.get(step.within or "")
            if limit is not None:
                text = say("search.step", self.lang, **facts, limit=limit.text(self.lang))
                yield self._answer(_at(key, "steps"), ("long",), text, limit)
            # Who acts is not told by the time limit: an answer of its own
            text = say("search.actor", self.lang, **facts)
            yield Answer(_at(key, "steps"), ("who",), text, doing, (name,))
            if step.decides:
                text = say("search.decides", self.lang, **facts)
                yield Answer(_at(key, ""), ("who",), text, doing, (name,))
        for note in process.notes:
            yield from self._sentence(_at(key, "notes"), note)

    def _role(self, role: Role) -> Iterator[Answer]:
        key = ("role", role.id)
        facts = {"role": self._plain(role.name)}
        if role.reports_to:
            leader = name_of(self.book, "role", role.reports_to, self.lang)
            text = say("search.reports-to", self.lang, **facts, leader=leader)
            yield Answer(_at(key, ""), ("who",), text)
        if role.probation and role.confirmation and role.probation in self.book.values:
            length = self.book.values[role.probation]
            text = say("search.probation", self.lang, **facts, length=length.text(self.lang))
            yield self._answer(_at(key, "confirmation"), ("long",), text, length)
        for path in role.paths:
            if path.tenure and path.tenure in self.book.values:
                years = self.book.values[path.tenure]
                to = name_of(self.book, "role", path.to, self.lang)
                text = say("search.tenure", self.lang, **facts, to=to, years=years.text(self.lang))
                yield self._answer(_at(key, "next"), _SERVED, text, years)
            elif path.tenure is OnPurpose.NONE:
                to = name_of(self.book, "role", path.to, self.lang)
                text = say("search.no-tenure", self.lang, **facts, to=to)
                yield Answer(_at(key, "next"), _SERVED, text)
        for sentence in role.pay:
            yield from self._sentence(_at(key, "training-and-pay"), sentence)

    def _demands(self, location: str, requirements: tuple[RequirementId, ...]) -> Iterator[Answer]:
        for identity in requirements:
            yield from self._sentence(location, self.book.requirements[identity].text)

    def _sentence(self, location: str, text: Text) -> Iterator[Answer]:
        named = text.parameters()
        values = [self.book.values[identity] for identity in named if identity in self.book.values]
        kinds = (TYPES[value.parameter.type].asked for value in values)
        questions = tuple(dict.fromkeys(kind for several in kinds for kind in several))
        if questions:
            yield self._answer(location, questions, self._plain(text), *values)

    def _answer(
        self, location: str, questions: tuple[str, ...], text: str, *values: Value
    ) -> Answer:
        facts = [
            {"name": self._plain(value.parameter.name), "value": value.text(self.lang)}
            for value in values
        ]
        values_of = dict.fromkeys(say("search.value", self.lang, **f) for f in facts)
        about = say("search.between", self.lang).join(values_of)
        names = tuple(dict.fromkeys(fact["name"] for fact in facts))
        return Answer(location, questions, text, about, names)

    def _plain(self, text: Text) -> str:
        return plain_text(text, self.book, self.lang)


def _at(key: tuple[str, str], anchor: str) -> str:
    path = page_path(key)
    assert path is not None
    return file_of(path) + (f"#{anchor}" if anchor else "")
