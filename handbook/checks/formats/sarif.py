"""For code scanners and editors: SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from handbook.checks import POLICY_RULES
from handbook.checks.check_all import Reported
from handbook.checks.explain import Explanation, explanation
from handbook.checks.not_run import NEVER
from handbook.checks.together import Unchecked, together
from handbook.words.catalogue import say
from handbook.words.problem import Place, Problem
from handbook.words.version import VERSION

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def as_sarif(found: tuple[Reported, ...], lang: str) -> str:
    """One run with every finding; accepted ones are suppressed with their reason.

    What a rule could not judge for want of information is a result of kind ``open`` (3.27.9), whose
    level must be ``none`` (3.27.10). Rules that did not run evaluated nothing, so that they have no
    result: the run's notifications name them.
    """
    never = [one.problem for one in found if one.problem.reason in NEVER]
    judged = tuple(one for one in found if one.problem.reason not in NEVER)
    codes = sorted({*(rule.code for rule in POLICY_RULES), *(one.problem.code for one in found)})
    driver = {
        "name": "career-handbook",
        "version": VERSION,
        "rules": [_rule(explanation(code), lang) for code in codes],
    }
    numbers = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {"driver": driver},
        "language": say("language.tag", lang),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the project's folder"}}},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_told(one, lang) for one in together(never)],
            }
        ],
        "results": [_result(one, numbers, lang) for one in judged],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(known: Explanation, lang: str) -> dict[str, object]:
    return {
        "id": known.code,
        "shortDescription": {"text": known.summary(lang)},
        "fullDescription": {"text": known.why(lang) or known.summary(lang)},
        "help": {"text": known.text(lang)},
        **({"helpUri": known.link} if known.link else {}),
        "defaultConfiguration": {"level": known.severity},
    }


def _result(one: Reported, numbers: dict[str, int], lang: str) -> dict[str, object]:
    problem = one.problem
    accepted = problem.accepted
    suppressions = [] if accepted is None else [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": accepted.reason.typed(lang),
            "properties": {"until": accepted.until.isoformat()},
        }
    ]  # fmt: skip
    return {
        "ruleId": problem.code,
        "ruleIndex": numbers[problem.code],
        "kind": "open" if problem.unchecked else "fail",
        "level": "none" if problem.unchecked else problem.severity,
        "message": {"text": problem.message(lang)},
        "locations": [{"physicalLocation": _location(problem)}],
        "suppressions": suppressions,
        "properties": {"company": list(one.companies)},
    }


def _told(one: Unchecked, lang: str) -> dict[str, object]:
    """That rules did not run."""
    return {
        "level": "note",
        "message": {"text": one.message(lang)},
        "locations": [{"physicalLocation": _location(one.problem)}],
        "properties": {"rules": list(one.codes)},
    }


def _location(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {"artifactLocation": _artifact(place.file), "region": _region(place)}


def _artifact(file: str) -> dict[str, object]:
    """Relative to the project's folder, or a whole address for what lies outside."""
    uri = quote(file.replace("\\", "/") if _DRIVE.match(file) else file, errors="surrogateescape")
    if _DRIVE.match(file):
        return {"uri": f"file:///{uri.replace('%3A', ':', 1)}"}
    return {"uri": f"file://{uri}"} if file[0] == "/" else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _region(place: Place) -> dict[str, object]:
    return {"startLine": place.line, "startColumn": place.column}
