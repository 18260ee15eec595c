"""The glossary: terms, then metrics and how they are computed."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Metric, Term
from handbook.pages.blocks import Block, Blocks, Fact, Facts, Line, Paragraph, Section, Toned, Words
from handbook.pages.views.glossary import GlossaryView
from handbook.pages.writer import Writer


def glossary_page(w: Writer, view: GlossaryView) -> Blocks:
    """Terms and metrics under headings of their own, so that links reach each."""
    return (
        w.title(w.say("glossary.title"), w.say("glossary.lead")),
        *_terms(w, view.terms),
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
