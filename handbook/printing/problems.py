"""Problems as HTML, in the place of what can't be printed."""

from __future__ import annotations

from handbook.printing.html import TEMPLATES
from handbook.words.problem import Problem


def problem_list(problems: tuple[Problem, ...], lang: str) -> str:
    """A page in place of one that can't be made: there is no handbook to print with."""
    lines = [(str(p.place), p.code, p.message(lang)) for p in problems]
    return TEMPLATES.get_template("problems.html").render(lines=lines)


def problem_note(problem: Problem, lang: str) -> str:
    """One problem in the place of a part of a page."""
    page = TEMPLATES.get_template("problem.html")
    return page.render(code=problem.code, message=problem.message(lang)).strip()
