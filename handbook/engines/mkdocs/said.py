"""What MkDocs says: it tells mistakes in its log, and at the end only that there were some.

And what we let it say.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort

from handbook.checks.formats.plain import LISTED, most_telling
from handbook.words.catalogue import say
from handbook.words.problem import Problem, in_order
from handbook.words.terminal import clean


class _Collector(logging.Handler):
    """Keeps the lines of warnings and errors, harmless for a terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += map(clean, record.getMessage().splitlines())


@contextmanager
def collected(*, quiet: bool = True) -> Iterator[list[str]]:
    """The messages of MkDocs' log; ``quiet`` says that they are not printed, too."""
    collector, logger = _Collector(), logging.getLogger("mkdocs")
    logger.addHandler(collector)
    before, logger.propagate = logger.propagate, logger.propagate and not quiet
    try:
        yield collector.lines
    finally:
        logger.removeHandler(collector)
        logger.propagate = before


def text_of(error: Exception) -> str:
    """What to tell of an error that ended a build; an Abort has told it in the log."""
    if isinstance(error, Abort):
        return ""
    text = str(error) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        text = f"{error.filename or error.name}:{error.lineno}: {error.message}"
    return "\n".join(map(clean, text.splitlines()))


def listing(problems: tuple[Problem, ...], lang: str) -> str:
    """Problems as the reason for which a build ends."""
    return "\n".join(["", *lines(problems, lang)])


def lines(problems: tuple[Problem, ...], lang: str) -> list[str]:
    """One for each problem; of very many the first, and how many more there are."""
    ordered = in_order(problems)
    told = [problem.line(lang) for problem in most_telling(ordered)]
    rest = len(ordered) - LISTED
    return [*told, say("cli.more", lang, n=rest)] if rest > 0 else told
