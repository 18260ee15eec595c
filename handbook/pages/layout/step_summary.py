"""What a career path changes, in short: for the page of the role that it leads on from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Duty, Requirement
from handbook.pages.blocks import Block, Fold, Heading, Item, Listing, Paragraph, Toned
from handbook.pages.compare import Comparison, Raised
from handbook.pages.layout.paths import step_link
from handbook.pages.writer import Writer


def summary(w: Writer, found: Comparison) -> Iterator[Block]:
    """Counts, a link to the whole, what is raised, changed or new; folded what stays or goes."""
    link = Paragraph(step_link(found.before, found.after, w.words("compare.full"), tone="button"))
    if not found.says_something:
        yield link
        return
    yield Heading(4, w.words("compare.now"))
    counts = {
        "new": len(found.new_requirements),
        "raised": len(found.raised_requirements),
        "kept": len(found.kept_requirements),
        "changed": len(found.changed_requirements),
        "dropped": len(found.dropped_requirements),
    }
    if found.before.requirements or found.after.requirements:
        # What may well be none is counted where there is one
        told = [n for n, count in counts.items() if count or n not in ("changed", "dropped")]
        parts = w.joined((w.words(f"compare.count.{n}", n=counts[n]) for n in told), "comma")
        yield Paragraph((*w.words("compare.counts"), *parts), tone="counts")
    yield link
    for key, pairs in (
        ("compare.raised", found.raised_requirements),
        ("compare.changed", found.changed_requirements),
    ):
        if pairs:
            yield Heading(5, w.words(key))
            yield _pairs(w, pairs)
    if found.new_requirements:
        yield Heading(5, w.words("compare.new"))
        yield _texts(w, found.new_requirements)
    if found.grown_duties:
        yield Heading(5, w.words("compare.grown-duties"))
        yield _pairs(w, found.grown_duties)
    if found.new_duties:
        yield Heading(5, w.words("compare.new-duties"))
        yield _texts(w, found.new_duties)
    if found.left_duties:
        title = w.words("compare.left-duties", n=len(found.left_duties))
        yield Fold(title, (_texts(w, found.left_duties),))
    if found.kept_requirements or found.dropped_requirements:
        yield Fold(w.words("compare.kept-and-dropped"), (_kept_and_dropped(w, found),))


def _pairs(w: Writer, pairs: Iterable[Raised[Duty] | Raised[Requirement]]) -> Listing:
    texts = ((w.text(one.before.text), w.text(one.after.text)) for one in pairs)
    return Listing(tuple(Item((Toned("before", a), Toned("after", b))) for a, b in texts))


def _texts(w: Writer, things: Iterable[Duty | Requirement]) -> Listing:
    return w.lines(thing.text for thing in things)


def _kept_and_dropped(w: Writer, found: Comparison) -> Listing:
    told = (
        ("compare.kept", found.kept_requirements),
        ("compare.dropped", found.dropped_requirements),
    )
    return Listing(
        tuple(Item((*w.words(key), *w.text(one.text))) for key, things in told for one in things)
    )
