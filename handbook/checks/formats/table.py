"""For other programs: a list of objects in JSON."""

from __future__ import annotations

import json

from handbook.checks.check_all import Reported
from handbook.words.catalogue import languages, say


def as_json(found: tuple[Reported, ...], lang: str) -> str:
    """Every finding, accepted ones, too, and each rule that could not judge, as ``unchecked``.

    In ASCII, so that no console can break it.
    """
    return json.dumps([_row(one) for one in found], indent=2)


def _row(one: Reported) -> dict[str, object]:
    problem, place = one.problem, one.problem.place
    accepted = problem.accepted
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": {lang: problem.message(lang) for lang in languages()},
        "article": problem.article and {lang: say(problem.article, lang) for lang in languages()},
        "accepted": accepted
        and {
            "reason": {lang: accepted.reason.typed(lang) for lang in languages()},
            "until": accepted.until.isoformat(),
        },
        "company": list(one.companies),
    }
