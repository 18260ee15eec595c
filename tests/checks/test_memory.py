"""Five hundred companies are checked in the room that one takes."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest

from handbook.checks.check_all import check_each, open_in_draft
from handbook.company.book import Handbook
from handbook.reading.library import Library, load
from handbook.words.catalogue import languages


@pytest.fixture
def library(data: Path) -> Library:
    """40 companies that change a role; each leaves a value open."""
    own = (data / "companies/acme/company.yml").read_text(encoding="utf-8")
    for number in range(40):
        folder = data / "companies" / f"acme-{number}"
        (folder / "roles").mkdir(parents=True)
        text = own.replace("id: acme", f"id: acme-{number}").replace("  apply_days: 5\n", "")
        (folder / "company.yml").write_text(text, encoding="utf-8")
        change = f"id: junior\nname: 第{number}种专员\nsummary: 第{number}种\n"
        (folder / "roles/junior.yml").write_text(change, encoding="utf-8")
    return load(data)


def companies(library: Library, number: int) -> list[str]:
    return [name for name in library.companies if name != "acme"][:number]


def peak(library: Library, number: int) -> int:
    """Bytes at most in use while so many companies are checked, beside what was read."""
    gc.collect()
    tracemalloc.start()
    try:
        checked = check_each(library, companies(library, number), open_in_draft)
        assert len(checked.found) == number
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_companies(library: Library) -> None:
    check_each(library, companies(library, 1), open_in_draft)  # what is kept for all
    assert peak(library, 40) < 1.5 * peak(library, 20)


def test_findings_keep_no_handbook_alive_and_say_the_same(library: Library) -> None:
    checked = check_each(library, companies(library, 3), open_in_draft)
    gc.collect()
    assert not [
        one for one in gc.get_objects() if type(one) is Handbook and one.company.id in checked.found
    ]
    told = {problem.message(lang) for problem in checked.problems for lang in languages()}
    assert len(told) == len(languages())
    assert len(checked.problems) == 3
