"""Who and what a text names can be reached from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.book import Handbook, Path, mentions
from handbook.catalogue import Phrase
from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.model import Actor, Policy, Process
from handbook.text import Text, Words, flatten, pieces_of
from handbook.tree import Key
from handbook.wording import plain_text

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
    if not named:
        return
    names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    pattern = re.compile(f"《({names})》|({names})")
    things: tuple[Policy | Process, ...] = (*book.policies.values(), *book.processes.values())
    for thing in things:
        key: Key = (thing.kind, str(thing.id))
        texts = _articles(thing) if isinstance(thing, Policy) else _steps(thing)
        linked: set[Key] | None = None
        for path, text in texts:
            for found in _found(pattern, text):
                if linked is None:
                    linked = _linked(book, thing)
                if named[found] not in linked:
                    linked.add(named[found])
                    kind, identity = named[found]
                    facts = {"name": found, "kind": Phrase(f"kind.{kind}")}
                    yield Finding("HB809", key, path, facts | {"link": f"{kind}:{identity}"})


def _found(pattern: re.Pattern[str], text: Text) -> Iterator[str]:
    for piece in flatten(pieces_of(text.zh)):
        if isinstance(piece, Words):
            for match in pattern.finditer(piece.text):
                name: str = match[1] or match[2]
                if match[1] or len(name) >= _LEAST:
                    yield name


def _linked(book: Handbook, thing: Policy | Process) -> set[Key]:
    """What the page of a thing links: what it mentions, and whom its actors stand for."""
    linked = {target for _, target in mentions(thing)}
    for kind, identity in list(linked):
        if kind == "actor":
            actor: Actor = book.actors[identity]
            linked |= {("role", str(actor.role)), ("department", str(actor.department))}
    return linked


def _articles(policy: Policy) -> Iterator[tuple[Path, Text]]:
    for i, chapter in enumerate(policy.chapters):
        for j, article in enumerate(chapter.articles):
            path: Path = ("chapters", i, "articles", j)
            yield (*path, "text"), article.text
            yield from (((*path, "items", k), item) for k, item in enumerate(article.items))


def _steps(process: Process) -> Iterator[tuple[Path, Text]]:
    for i, step in enumerate(process.steps):
        if step.optional is not None:
            yield ("steps", i, "optional"), step.optional
        yield from ((("steps", i, "actions", k), action) for k, action in enumerate(step.actions))


RULE = Rule("HB809", find, "warning")
