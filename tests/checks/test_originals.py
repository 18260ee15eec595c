"""The source documents' defects are found at their lines; the corrected companies have none."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import POLICY_RULES, check_policy
from handbook.checks.check_all import check_company
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop
from handbook.reading.library import Library, load
from handbook.words.problem import Problem

FOLDER = Path(__file__).parents[1] / "originals" / "policy_data"
TODAY = date(2026, 11, 21)
DOCUMENTS = sorted(path.name for path in (FOLDER / "companies").iterdir())
_MARK = re.compile(r"  # <- (HB[0-9 HB]+)$")

# What a reader of the documents would complain about, and what reports it
NAMED = {
    "004: one week is too short for all approvals": ("004/company.yml", 13, "HB601"),
    "004: the superior's rejection is a dead end": ("004/", "superior-talk", "HB502"),
    "004: the head's rejection returns for ever": ("004/", "superior-review", "HB505"),
    "004: HR's rejection returns for ever": ("004/", "department-review", "HB505"),
    "002: three months need a longer contract": ("002/company.yml", 12, "HB701"),
    "002: six months need a longer contract": ("002/company.yml", 13, "HB701"),
    "004: up to three months need a longer contract": ("004/company.yml", 12, "HB701"),
    "000: the contract is signed at confirmation": ("000/", "签订正式劳动合同", "HB707"),
    "004: the contract is signed at confirmation": ("004/", "签订正式劳动合同", "HB707"),
    "000: background check inside probation": ("000/", "背景调查", "HB722"),
    "003: the notice comes before publicity": ("003/", "发布晋升通知", "HB726"),
    "003: insurance is a benefit of promotion": ("003/", "五险一金", "HB718"),
    "003: pay ratio without a lower bound": ("003/parameters.yml", "promotion_pay_ratio", "HB724"),
    "003: 高级客服 manages the team as a whole": ("003/roles", "manage-team", "HB802"),
    "003: score above the full score": ("003-values/company.yml", "csat_score", "HB415"),
    "003: percentage above 100": ("003-values/company.yml", "response_rate", "HB414"),
    "003: month above 12": ("003-values/company.yml", "month_first", "HB414"),
    "003: both months the same": ("003/company.yml", "month_second", "HB810"),
    "003: no days at all": ("003-values/company.yml", "publicity_days", "HB419"),
}  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Problem, ...]]:
    workshop = Workshop(load(FOLDER), TODAY)
    return {document: check_company(workshop, document)[1] for document in DOCUMENTS}


def short(problem: Problem) -> str:
    return problem.place.file.partition("/companies/")[2]


def line_of(problem: Problem) -> str:
    return Path(problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_exactly_the_marked_lines_are_reported(
    found: dict[str, tuple[Problem, ...]], document: str
) -> None:
    marked = {
        (path.relative_to(FOLDER / "companies").as_posix(), number, code)
        for path in (FOLDER / "companies" / document).rglob("*.yml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (mark := _MARK.search(line))
        for code in mark[1].split()
    }
    assert {(short(p), p.place.line, p.code) for p in found[document]} == marked


@pytest.mark.parametrize("defect", NAMED)
def test_each_known_defect_is_found_at_the_line_that_causes_it(
    found: dict[str, tuple[Problem, ...]], defect: str
) -> None:
    file, where, code = NAMED[defect]
    problems = [
        problem
        for document in DOCUMENTS
        for problem in found[document]
        if problem.code == code and short(problem).startswith(f"original-{file}")
    ]
    assert any(
        problem.place.line == where if isinstance(where, int) else where in line_of(problem)
        for problem in problems
    )


def test_the_corrected_companies_have_no_finding(
    real_library: Library, filled_books: dict[str, Handbook]
) -> None:
    workshop = Workshop(real_library, TODAY)
    for company in filled_books:
        book, problems = check_company(workshop, company)
        assert book is not None
        assert [p.line("zh") for p in problems] == []
        assert [p.line("zh") for p in check_policy(book, POLICY_RULES) if not p.unchecked] == []
