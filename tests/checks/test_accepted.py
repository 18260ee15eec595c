"""Findings that the data accepts stay listed; acceptances that are over or idle are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import check_policy
from handbook.checks.check_all import check_company, check_each, open_in_draft, stopping
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop
from handbook.reading.library import load
from handbook.words.problem import Accepted, Place, Problem, in_order
from handbook.words.text import Text

TODAY = date(2026, 11, 21)
PROCESS = ("process", "promotion")


def find(book: Handbook) -> Iterator[Finding]:
    yield Finding("HB501", PROCESS, ("steps", 0, "within"))
    yield Finding("HB501", PROCESS, ("steps", 1, "within"))
    yield Finding("HB501", COMPANY, ("version",))


RULE = Rule("HB501", find)


def checked(data: Path, accept: str, *, company: str = "") -> list[Problem]:
    """What the rule reports once the process, or the company, accepts something."""
    for path, text in (
        ("processes/promotion.yml", accept),
        ("companies/acme/company.yml", company),
    ):
        if text:
            with (data / path).open("a", encoding="utf-8") as file:
                file.write(f"accept:\n  - {text}\n")
    book, _ = check_company(Workshop(load(data), TODAY), "acme")
    assert book is not None
    return check_policy(book, (RULE,))


def test_an_acceptance_holds_for_its_thing_until_its_day(data: Path) -> None:
    found = checked(data, "{code: HB501, reason: {zh: 已核对, en: seen}, until: 2026-11-21}")
    accepted = Accepted(Text("已核对", (("en", "seen"),)), TODAY)
    assert [p.accepted for p in found] == [accepted, accepted, None]
    assert [p.blocks for p in found] == [False, False, True]


def test_the_company_accepts_what_stands_in_company_yml(data: Path) -> None:
    found = checked(data, "", company="{code: HB501, reason: 已核对, until: 2027-01-01}")
    assert [p.accepted is not None for p in found] == [False, False, True]


@pytest.mark.parametrize("at", ["steps.decide", "steps.decide.within"])
def test_an_acceptance_can_be_narrowed_to_a_part(data: Path, at: str) -> None:
    found = checked(data, f"{{code: HB501, reason: 已核对, until: 2027-01-01, at: {at}}}")
    assert [p.accepted is not None for p in found] == [False, True, False]


def test_an_acceptance_that_is_over_is_told_at_its_date(data: Path) -> None:
    found = checked(data, "{code: HB501, reason: 已核对, until: 2026-11-20}")
    assert [(p.code, p.blocks) for p in found] == [("HB501", True)] * 3 + [("HB431", True)]
    line = (data / "processes" / "promotion.yml").read_text(encoding="utf-8").splitlines()
    assert found[-1].place.line == len(line)
    assert line[-1][found[-1].place.column - 1 :].startswith("2026-11-20")
    assert all(part in found[-1].message("en") for part in ("HB501", "2026-11-20"))


@pytest.mark.parametrize("entry", ["code: HB502", "code: HB501, at: steps.applied"])
def test_an_acceptance_of_nothing_is_told(data: Path, entry: str) -> None:
    found = checked(data, f"{{{entry}, reason: 已核对, until: 2027-01-01}}")
    (idle,) = found[3:]
    assert (idle.code, idle.severity) == ("HB432", "warning")
    assert all(p.accepted is None for p in found)
    lines = (data / "processes" / "promotion.yml").read_text(encoding="utf-8").splitlines()
    code = lines[idle.place.line - 1][idle.place.column - 1 :][:5]
    assert (idle.place.line, code) == (len(lines), entry[6:11])
    assert code in idle.message("zh")


def test_what_one_company_accepts_blocks_the_other() -> None:
    place, accepted = Place("a.yml"), Accepted(("因", "why"), TODAY)
    open_, let_stand = Problem("HB501", place), Problem("HB501", place, accepted=accepted)
    assert in_order([open_, let_stand]) == in_order([let_stand, open_]) == (open_,)


def test_a_draft_is_stopped_by_its_data_only() -> None:
    data, policy = Problem("HB402", Place("a.yml")), Problem("HB431", Place("a.yml"))
    warning = Problem("HB432", Place("a.yml"), severity="warning")
    every = (data, policy, warning)
    assert stopping(every, draft=False) == (data, policy)
    assert stopping(every, draft=True) == (data,)


def test_findings_know_their_companies(data: Path) -> None:
    for name in ("beta", "gamma"):
        folder = data / "companies" / name
        folder.mkdir()
        text = (data / "companies" / "acme" / "company.yml").read_text(encoding="utf-8")
        (folder / "company.yml").write_text(text.replace("id: acme", f"id: {name}"))
    (data / "dutys.yml").write_text("- id: a\n")
    (data / "companies" / "beta" / "dutys.yml").write_text("- id: a\n")
    reported = check_each(load(data), ["acme", "beta", "gamma"], open_in_draft).reported
    found = [one.companies for one in reported if not one.problem.unchecked]
    assert found == [("beta",), ("acme", "beta", "gamma")]
