"""For GitHub: workflow commands that become notes beside the lines of a pull request."""

from __future__ import annotations

from handbook.checks.check_all import Reported
from handbook.checks.together import together
from handbook.words.problem import Place
from handbook.words.terminal import clean

# What stands for itself in GitHub's commands; a percent sign first, it begins the others
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def as_github(found: tuple[Reported, ...], lang: str) -> str:
    """One command for each finding that is not accepted, then what was not checked as notices."""
    told = [one.problem for one in found if one.problem.accepted is None]
    commands = [
        _command(p.severity, p.place, p.code, p.message(lang)) for p in told if not p.unchecked
    ]
    commands += (
        _command("notice", one.problem.place, one.rules(lang), one.message(lang))
        for one in together(told)
    )
    return "\n".join(commands)


def _command(kind: str, place: Place, title: str, message: str) -> str:
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": title}
    written = ",".join(f"{k}={_escaped(str(v), _PROPERTY)}" for k, v in properties.items())
    return f"::{kind} {written}::{_escaped(clean(message), _DATA)}"


def _escaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for character, written in table:
        text = text.replace(character, written)
    return text
