"""For HR: one rule of the policy, why it is there, examples, its findings."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.blocks import Block, Blocks, Code, Paragraph, Toned, Words
from handbook.pages.layout.report import findings
from handbook.pages.views.report import RuleView
from handbook.pages.writer import Writer


def rule_page(w: Writer, view: RuleView) -> Blocks:
    """What the rule asks, its article, its reason, a wrong and a right example."""
    known = view.known
    title = f"{known.code} {known.summary(w.lang)}"
    severity = w.say(f"severity.{known.severity}.long")
    return (w.title(title, severity, kind=w.say("hr.only")), *_parts(w, view), w.foot())


def _parts(w: Writer, view: RuleView) -> Iterator[Block]:
    known = view.known
    if law := known.law(w.lang):
        yield Paragraph((Toned("strong", (Words(law),)),))
    if why := known.why(w.lang):
        yield w.heading(2, "why", w.say("rules.why"))
        yield Paragraph((Words(why),))
    yield w.heading(2, "message", w.say("rules.message"))
    yield Paragraph((Words(known.pattern(w.lang)),))
    for name, example in (("fails", known.fails), ("passes", known.passes)):
        if example:
            yield w.heading(2, name, w.say(f"rules.{name}"))
            yield Code(example, "yaml")
    if view.rows:
        yield w.heading(2, "here", w.say("rules.here"))
        yield findings(w, view.rows)
