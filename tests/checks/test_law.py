"""Each rule of the law finds its failing example at the marked lines and lets the good one pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.book import Handbook
from handbook.checks.example import ID, example
from handbook.checks.law import LAW_RULES
from handbook.company import Workshop
from handbook.load import Library, _read_company
from handbook.problem import Problem

CODES = [rule.code for rule in LAW_RULES]


def problems(library: Library, folder: Path, code: str, which: str) -> list[Problem]:
    """What is found in the example's own files; other tests hold the data that it extends."""
    change = example(code, which)
    assert change is not None
    change.write(folder)
    path = folder / "companies" / ID
    companies = {**library.companies, ID: _read_company(path, f"companies/{ID}")}
    found = Workshop(replace(library, companies=companies)).handbook(ID)[1]
    return [problem for problem in found if problem.place.file.startswith(f"companies/{ID}/")]


@pytest.mark.parametrize("code", CODES)
def test_the_failing_example_is_found_at_its_lines(
    real_library: Library, tmp_path: Path, code: str
) -> None:
    change = example(code, "fail")
    assert change is not None
    assert change.marks
    found = [
        (p.place.file.partition(f"companies/{ID}/")[2], p.place.line, p.code)
        for p in problems(real_library, tmp_path, code, "fail")
    ]
    assert found == sorted(change.marks)


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_passes(real_library: Library, tmp_path: Path, code: str) -> None:
    assert [p.line("zh") for p in problems(real_library, tmp_path, code, "pass")] == []


def test_the_real_companies_keep_the_law(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        assert [finding for rule in LAW_RULES for finding in rule.find(book)] == []
