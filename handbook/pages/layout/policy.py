"""A policy as a formal document: chapters, numbered articles, adoption."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.policy import Article, Chapter
from handbook.pages.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Item,
    Line,
    Listing,
    Paragraph,
    Section,
    Table,
    Toned,
)
from handbook.pages.layout.shown import cell_row, shown
from handbook.pages.views.policy import PolicyView
from handbook.pages.writer import Writer

_VALUES = (
    ("policy.consulted", "consulted_on"),
    ("policy.announced", "announced_on"),
    ("policy.effective", "effective_on"),
    ("policy.review", "review_on"),
)


def policy_page(w: Writer, view: PolicyView) -> Blocks:
    """The whole document in reading order."""
    chapters = enumerate(view.policy.chapters, 1)
    return (
        w.head(view.policy, "policy"),
        Facts(tuple(_facts(w, view))),
        *_purpose(w, view),
        *(block for number, one in chapters for block in _chapter(w, view, number, one)),
        *_adoption(w, view),
        w.foot(view.policy.source),
    )


def _facts(w: Writer, view: PolicyView) -> Iterator[Fact]:
    policy = view.policy
    yield w.fact("policy.version", w.value(policy.version))
    yield w.fact("policy.effective", w.value(policy.effective_on))
    yield w.fact("policy.owner", w.link(("department", str(policy.owner))))
    yield w.fact("policy.approver", w.link(("actor", str(policy.approver))))


def _purpose(w: Writer, view: PolicyView) -> Iterator[Block]:
    policy = view.policy
    for name in ("purpose", "scope"):
        yield w.heading(2, name, w.say(f"policy.{name}"))
        yield Paragraph(w.text(getattr(policy, name)))
    if policy.principles:
        yield w.heading(2, "principles", w.say("policy.principles"))
        rows = tuple(Fact(w.text(one.name), w.text(one.text)) for one in policy.principles)
        yield Facts(rows, tone="principles")


def _chapter(w: Writer, view: PolicyView, number: int, chapter: Chapter) -> Iterator[Block]:
    name = w.plain(chapter.name)
    title = w.say("policy.chapter", number=w.ordinal(number), name=name)
    yield w.heading(2, f"chapter-{chapter.id}", title)
    yield from (_article(w, view, str(chapter.id), article) for article in chapter.articles)


def _article(w: Writer, view: PolicyView, chapter: str, article: Article) -> Section:
    key = (chapter, str(article.id))
    number: Line = w.words("policy.article", number=w.ordinal(view.numbers[key]))
    identity = f"{chapter}-{article.id}"
    blocks: list[Block] = [Paragraph((Toned("article__number", number), *w.text(article.text)))]
    if article.items:
        items = tuple(Item(w.text(item)) for item in article.items)
        blocks.append(Listing(items, ordered=True))
    if part := view.shown.get(key):
        blocks += shown(w, part, f"chart-{identity}")
    return Section(tuple(blocks), tone="article", kind="part", id=f"article-{identity}")


def _adoption(w: Writer, view: PolicyView) -> Iterator[Block]:
    policy = view.policy
    yield w.heading(2, "adoption", w.say("policy.adoption"))
    yield Facts(tuple(w.fact(key, w.value(getattr(policy, field))) for key, field in _VALUES))
    if policy.history:
        head = tuple(map(w.words, ("policy.version", "policy.date", "policy.changes")))
        rows = (
            cell_row(w.plain_line(one.id), w.plain_line(w.day(one.on)), w.text(one.changes))
            for one in policy.history
        )
        yield Table(head, tuple(rows))
