"""What each page and each part of a page is called, by its address in the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.model import Department, Metric, Policy, Process, Role, Synonym
from handbook.model.policy import Chapter
from handbook.pages.addresses import CAREERS, GLOSSARY
from handbook.pages.listing import Page
from handbook.pages.search.language import language
from handbook.words.catalogue import FIRST
from handbook.words.text import Text


@dataclass(frozen=True, slots=True)
class Named:
    """A page's ``kind``, its ``names``, the first one first, and ``keys``: what it is about."""

    kind: str
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def page_names(book: Handbook, pages: tuple[Page, ...], lang: str) -> dict[str, Named]:
    """Pages by location: ``roles/manager/index.html`` → names in the order of importance."""
    found: dict[str, Named] = {}
    for page in pages:
        if page.key is None:
            other = page.section if page.section in ("hr", "form") else "page"
            kind = {CAREERS: "careers", GLOSSARY: "glossary"}.get(page.path, other)
            part = page.kind if kind == "form" else ""  # a sheet that follows from a process
            found[page.address] = Named(kind, (page.title,), language().topics_of(kind, part))
            continue
        names = tuple(dict.fromkeys(_names(book, book.things[page.key], lang)))
        kind = page.key[0]
        found[page.address] = Named(kind, names, language().topics_of(kind, ""))
    return found


def part_keys(book: Handbook, page: Page, anchor: str, lang: str) -> tuple[str, ...]:
    """What the part of ``page`` under ``anchor`` is about, beyond its heading."""
    if page.path == GLOSSARY:
        kind, _, identity = anchor.partition("-")
        thing = book.things.get((kind, identity))
        return tuple(_names(book, thing, lang)) if thing else ()
    if page.key is None:
        return ()
    own = tuple(_of_data(book, book.things[page.key], anchor, lang))
    return tuple(dict.fromkeys((*language().topics_of(page.key[0], anchor), *own)))


def mention(book: Handbook, page: Page, anchor: str) -> float:
    """How much a mention in that part says about the page."""
    if page.key is None:
        return 1.0
    weights = language().mentions.get(page.key[0], {})
    if isinstance(policy := book.things[page.key], Policy):
        chapter = _chapter(policy, anchor)
        shows = chapter is not None and any(article.show for article in chapter.articles)
        return weights.get("shown", 1.0) if shows else 1.0
    return weights.get(anchor, 1.0)


def numberless(book: Handbook, page: Page, anchor: str, lang: str) -> str | None:
    """The heading under ``anchor`` without the number that it is printed with, if it has one."""
    thing = book.things.get(page.key) if page.key else None
    chapter = _chapter(thing, anchor) if isinstance(thing, Policy) else None
    return plain_text(chapter.name, book, lang) if chapter else None


def abbreviation(book: Handbook, anchor: str) -> str | None:
    """What the metric under ``anchor`` of the glossary is called for short."""
    metric = book.metrics.get(anchor.removeprefix("metric-"))
    return metric.abbreviation if metric is not None and anchor.startswith("metric-") else None


def word_groups(book: Handbook, lang: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Words that mean the same, and under which others to look, too."""
    for thing in (*book.synonyms.values(), *book.terms.values(), *book.metrics.values()):
        words = tuple(dict.fromkeys(_names(book, thing, lang)))
        wider = thing.look_under if isinstance(thing, Synonym) else ()
        if len(words) > 1 or wider:
            yield words, wider


def _chapter(policy: Policy, anchor: str) -> Chapter | None:
    return next((c for c in policy.chapters if anchor == f"chapter-{c.id}"), None)


def _names(book: Handbook, thing: Any, lang: str) -> Iterator[str]:
    name: Text = thing.name
    yield plain_text(name, book, lang)
    if lang != FIRST:  # ids are English words, also where nobody has translated the name
        yield plain_text(name, book, FIRST)
        yield thing.id.replace("-", " ")
    yield from getattr(thing, "also_called", ())
    if isinstance(thing, Metric) and thing.abbreviation:
        yield thing.abbreviation


def _of_data(book: Handbook, thing: Any, anchor: str, lang: str) -> Iterator[str]:
    """Names inside the thing: steps, duties and their areas."""
    if isinstance(thing, Process) and anchor == "steps":
        yield from (plain_text(step.name, book, lang) for step in thing.steps)
    elif isinstance(thing, Role | Department) and anchor == "duties":
        for duty in (book.duties[identity] for identity in thing.duties):
            yield plain_text(duty.area, book, lang)
            yield plain_text(duty.text, book, lang)
