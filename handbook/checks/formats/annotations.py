"""For GitHub: workflow commands that become notes beside the lines of a pull request."""

from __future__ import annotations

from handbook.checks.check_all import Reported
from handbook.words.problem import Problem
from handbook.words.terminal import clean

# What stands for itself in GitHub's commands; a percent sign first, it begins the others
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def as_github(found: tuple[Reported, ...], lang: str) -> str:
    """One command for each finding that is not accepted."""
    told = (one.problem for one in found if one.problem.accepted is None)
    return "\n".join(_command(problem, lang) for problem in told)


def _command(problem: Problem, lang: str) -> str:
    place = problem.place
    properties = {
        "file": place.file, "line": place.line, "col": place.column, "title": problem.code
    }  # fmt: skip
    written = ",".join(f"{k}={_escaped(str(v), _PROPERTY)}" for k, v in properties.items())
    return f"::{problem.severity} {written}::{_escaped(clean(problem.message(lang)), _DATA)}"


def _escaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for character, written in table:
        text = text.replace(character, written)
    return text
