"""The glossary: terms, competencies, then metrics and how they are computed."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Competency, Metric, Proficiency, Term
from handbook.pages.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Target,
    Toned,
    Words,
)
from handbook.pages.views.glossary import GlossaryView
from handbook.pages.writer import Writer


def glossary_page(w: Writer, view: GlossaryView) -> Blocks:
    """Terms, competencies and metrics under headings of their own, so that links reach each."""
    return (
        w.title(w.say("glossary.title"), w.say("glossary.lead")),
        *_terms(w, view.terms),
        *_competencies(w, view),
        *_metrics(w, view.metrics),
        w.foot(),
    )


def _terms(w: Writer, terms: tuple[Term, ...]) -> Iterator[Block]:
    if terms:
        yield w.heading(2, "terms", w.say("glossary.terms"))
    for term in terms:
        yield w.heading(3, f"term-{term.id}", w.plain(term.name))
        if term.also_called:
            names = w.say("list-separator").join(term.also_called)
            line = (*w.words("also-called"), Words(names))
            yield Paragraph(line, tone="also", searched=False)
        yield Paragraph(w.text(term.meaning))


def _competencies(w: Writer, view: GlossaryView) -> Iterator[Block]:
    if view.competencies:
        yield w.heading(2, "competencies", w.say("glossary.competencies"))
    for one in view.competencies:
        yield w.heading(3, f"competency-{one.id}", w.plain(one.name))
        if one.description:
            yield Paragraph(w.text(one.description))
        facts = tuple(_about(w, one, view.asked_of.get(one.id, ())))
        yield from (Facts(facts),) if facts else ()


def _about(w: Writer, one: Competency, roles: tuple[str, ...]) -> Iterator[Fact]:
    if one.levels:
        levels = Listing(tuple(Item(_level(w, level)) for level in one.levels), ordered=True)
        yield Fact(w.words("competency.levels"), blocks=(levels,))
    if one.examples:
        yield Fact(w.words("competency.examples"), blocks=(w.lines(one.examples),))
    if one.links:
        links = (Link(Target(outside=link.address), w.text(link.label)) for link in one.links)
        yield Fact(w.words("competency.links"), blocks=(w.link_list((one,) for one in links),))
    if roles:
        yield w.fact("competency.asked-of", w.links("role", roles))


def _level(w: Writer, level: Proficiency) -> Line:
    name = Toned("strong", w.text(level.name))
    return (name, *w.words("dash"), *w.text(level.description)) if level.description else (name,)


def _metrics(w: Writer, metrics: tuple[Metric, ...]) -> Iterator[Block]:
    if metrics:
        yield w.heading(2, "metrics", w.say("glossary.metrics"))
    for metric in metrics:
        yield w.heading(3, f"metric-{metric.id}", w.plain(metric.name))
        short: Line = ()
        if metric.abbreviation:
            short = (Toned("strong", (Words(metric.abbreviation),)), *w.words("dash"))
        yield Section(
            (Paragraph((*short, *w.text(metric.meaning))), Facts(tuple(_facts(w, metric))))
        )


def _facts(w: Writer, metric: Metric) -> Iterator[Fact]:
    if metric.numerator and metric.denominator:
        formula = (*w.text(metric.numerator), Words(" ÷ "), *w.text(metric.denominator))
        yield w.fact("metric.formula", formula)
    yield w.fact("metric.unit", w.text(metric.unit))
    yield w.fact("metric.better", w.words(f"metric.better.{metric.better}"))
    if metric.measured_in:
        yield w.fact("metric.measured-in", w.text(metric.measured_in))
