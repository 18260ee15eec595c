"""Who and what a text names can be reached from it.

It reads names and no words, so it holds in every language; 《》 only lets a short name count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook, mentions
from handbook.company.wording import Named, plain_text
from handbook.model import Actor, Policy, Process
from handbook.model.base import FieldPath, Key
from handbook.words.catalogue import Phrase
from handbook.words.text import Text, Words, flatten, pieces_of

_KINDS = ("role", "department", "form")
_LEAST = 4


def find(book: Handbook) -> Iterator[Finding]:
    """HB809: an article or a step names a role, department or form that nothing on its page links.

    A name counts from four characters on, or in 《》; it is told once for each policy or process.
    """
    named = {
        plain_text(thing.name, book, "zh"): (kind, identity)
        for kind in _KINDS
        for identity, thing in book.of(kind).items()
    }
    starting: dict[str, list[str]] = {}
    for name in named:
        starting.setdefault(name[:_LEAST], []).append(name)
    things: tuple[Policy | Process, ...] = (*book.policies.values(), *book.processes.values())
    for thing in things:
        reading = thing.once(_read)
        names = {n for start in reading.starts & starting.keys() for n in starting[start]}
        names |= reading.titles & named.keys()
        linked = _linked(book, reading) if names else set()
        if all(named[name] in linked for name in names):
            continue
        # The longest first, linked ones, too: another name may be the beginning of theirs
        either = "|".join(re.escape(name) for name in sorted(names, reverse=True))
        pattern = re.compile(f"《({either})》|({either})")
        for path, words in reading.texts:
            for match in pattern.finditer(words):
                name = match[1] or match[2]
                if named[name] in linked or (len(name) < _LEAST and not match[1]):
                    continue
                linked.add(named[name])
                kind, identity = named[name]
                facts = {
                    "name": Named(book, kind, identity),
                    "kind": Phrase(f"kind.{kind}"),
                    "link": f"{kind}:{identity}",
                }
                key = (thing.kind, str(thing.id))
                about = ((kind, identity), *(k for k in reading.mentioned if k[0] == "actor"))
                yield Finding("HB809", key, path, facts, about=about)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a thing's texts say without their links; ``starts`` are all runs of four characters."""

    texts: tuple[tuple[FieldPath, str], ...]
    starts: frozenset[str]
    titles: frozenset[str]
    mentioned: frozenset[Key]


def _read(thing: Policy | Process) -> _Reading:
    texts = _articles(thing) if isinstance(thing, Policy) else _steps(thing)
    read = tuple((path, _words(text)) for path, text in texts)
    whole = "\n".join(words for _, words in read)
    return _Reading(
        read,
        frozenset(whole[i : i + _LEAST] for i in range(len(whole))),
        frozenset(re.findall(r"《([^《》\n]+)》", whole)),
        frozenset(target for _, target in mentions(thing)),
    )


def _words(text: Text) -> str:
    pieces = flatten(pieces_of(text.zh))
    return "\n".join(piece.text for piece in pieces if isinstance(piece, Words))


def _linked(book: Handbook, reading: _Reading) -> set[Key]:
    """What the page of a thing links: what it mentions, and whom its actors stand for."""
    linked = set(reading.mentioned)
    for kind, identity in reading.mentioned:
        if kind == "actor":
            actor: Actor = book.actors[identity]
            linked |= {("role", str(actor.role)), ("department", str(actor.department))}
    return linked


def _articles(policy: Policy) -> Iterator[tuple[FieldPath, Text]]:
    for i, chapter in enumerate(policy.chapters):
        for j, article in enumerate(chapter.articles):
            path: FieldPath = ("chapters", i, "articles", j)
            yield (*path, "text"), article.text
            yield from (((*path, "items", k), item) for k, item in enumerate(article.items))


def _steps(process: Process) -> Iterator[tuple[FieldPath, Text]]:
    for i, step in enumerate(process.steps):
        if step.optional is not None:
            yield ("steps", i, "optional"), step.optional
        yield from ((("steps", i, "actions", k), action) for k, action in enumerate(step.actions))


RULE = Rule("HB809", find, "warning")
