"""The list to tick: every demand once, and a fingerprint that follows its wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.compare import compare
from handbook.pages.views.checklist import TENURE, Checklist, checklist
from handbook.pages.views.role import role_view
from handbook.reading.library import load


def list_of(book: Handbook, role: str, lang: str = "zh") -> Checklist:
    (step,) = role_view(book, role, lang).next_steps
    return step.checklist


def fingerprints(found: Checklist) -> dict[str, str]:
    return {item.id: item.fingerprint for group in found.groups for item in group.items}


def changed(data: Path, file: str, old: str, new: str) -> Handbook:
    path = data / file
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    return books["acme"]


def test_demands_conditions_and_tenure_by_category(book: Handbook) -> None:
    found = list_of(book, "junior")
    assert found.key == "junior--senior.promotion"
    rows = [(group.about, [item.id for item in group.items]) for group in found.groups]
    assert rows == [
        ("performance", ["satisfaction"]),
        ("attitude", ["patience-2"]),
        ("tenure", [TENURE]),
    ]
    assert found.count == 3
    marks = {item.id: item.mark for group in found.groups for item in group.items}
    assert marks == {"satisfaction": None, "patience-2": "checklist.raised", TENURE: None}


def test_each_demand_stands_once(filled_books: dict[str, Handbook]) -> None:
    seen = 0
    for book in filled_books.values():
        for role in book.roles.values():
            for path in role.paths:
                found = checklist(book, compare(book, role, book.roles[path.to]), path, "zh")
                ids = [item.id for group in found.groups for item in group.items]
                asked = {
                    *book.roles[path.to].requirements,
                    *book.processes[path.process].requirements,
                    *path.requirements,
                }
                assert len(ids) == len(set(ids)) == found.count
                assert set(ids) - {TENURE} == {str(one) for one in asked}
                named = [i for i in asked if path.tenure and path.tenure in _values(book, i)]
                tenure = any(book.requirements[i].category == "tenure" for i in named)
                assert (TENURE in ids) == (path.tenure is not None and not tenure)
                seen += 1
    assert seen > 20


def _values(book: Handbook, requirement: str) -> set[str]:
    pieces = book.requirements[requirement].text.all_pieces()
    return {getattr(piece, "id", "") for piece in pieces}


@pytest.mark.parametrize(
    ("file", "old", "new", "moved"),
    [
        ("companies/acme/company.yml", "csat_score: 90", "csat_score: 91", {"satisfaction"}),
        ("requirements.yml", "在压力下仍能耐心倾听", "在压力下也能耐心倾听", {"patience-2"}),
        ("roles/senior.yml", "name: ", "name: 新", set()),
    ],
)
def test_a_fingerprint_changes_with_the_words_and_values_of_its_item_alone(
    book: Handbook, data: Path, file: str, old: str, new: str, moved: set[str]
) -> None:
    before = fingerprints(list_of(book, "junior"))
    after = fingerprints(list_of(changed(data, file, old, new), "junior"))
    assert {one for one in before if before[one] != after[one]} == moved


def test_fingerprints_do_not_depend_on_the_language(book: Handbook) -> None:
    assert fingerprints(list_of(book, "junior")) == fingerprints(list_of(book, "junior", "en"))
