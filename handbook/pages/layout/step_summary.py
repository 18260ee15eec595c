"""What a career path changes, in short: for the page of the role that it leads on from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Duty, Requirement
from handbook.pages.blocks import Block, Fold, Heading, Item, Listing, Paragraph, Toned
from handbook.pages.compare import Comparison
from handbook.pages.layout.paths import step_link
from handbook.pages.writer import Writer


def summary(w: Writer, found: Comparison) -> Iterator[Block]:
    """Counts and a link to the whole, what is raised and new; what stays or goes is folded."""
    link = Paragraph(step_link(found.before, found.after, w.words("compare.full"), tone="button"))
    if not found.says_something:
        yield link
        return
    yield Heading(4, w.words("compare.now"))
    counts = {
        "new": len(found.new_requirements),
        "raised": len(found.raised_requirements),
        "kept": len(found.kept_requirements),
        "dropped": len(found.dropped_requirements),
    }
    key = "compare.counts" if found.dropped_requirements else "compare.counts-kept"
    if found.before.requirements or found.after.requirements:
        yield Paragraph(w.words(key, **counts), tone="counts")
    yield link
    if found.raised_requirements:
        yield Heading(5, w.words("compare.raised"))
        pairs = (
            (w.text(one.before.text), w.text(one.after.text)) for one in found.raised_requirements
        )
        yield Listing(
            tuple(Item((Toned("before", low), Toned("after", high))) for low, high in pairs)
        )
    if found.new_requirements:
        yield Heading(5, w.words("compare.new"))
        yield _texts(w, found.new_requirements)
    if found.new_duties:
        yield Heading(5, w.words("compare.new-duties"))
        yield _texts(w, found.new_duties)
    if found.left_duties:
        title = w.words("compare.left-duties", n=len(found.left_duties))
        yield Fold(title, (_texts(w, found.left_duties),))
    if found.kept_requirements or found.dropped_requirements:
        yield Fold(w.words("compare.kept-and-dropped"), (_kept_and_dropped(w, found),))


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
