"""The charts of the real data as Mermaid text, and the blank company as it would be made now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from places import POLICY

from handbook.authoring.new_company import company_text
from handbook.company.book import Handbook
from handbook.pages.charts.content import chart_of, ladder_chart
from handbook.reading.library import Library

Golden = Callable[[str, str], None]
COMPANIES = ("lancheng-service-desk", "xingqiao-retail", "yihe-elder-care")
PROCESSES = sorted(path.stem for path in (POLICY / "processes").glob("*.yml"))


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("process", PROCESSES)
def test_process(
    company: str, process: str, real_books: dict[str, Handbook], golden: Golden
) -> None:
    chart = chart_of(real_books[company], process, "zh")
    golden(f"{company}/{process}.mmd", chart.mermaid())


@pytest.mark.parametrize("company", COMPANIES)
def test_ladders(company: str, real_books: dict[str, Handbook], golden: Golden) -> None:
    book = real_books[company]
    for family in book.families:
        golden(f"{company}/{family}.mmd", ladder_chart(book, family, "zh").mermaid())


def test_flowcharts_of_several_processes(real_books: dict[str, Handbook], golden: Golden) -> None:
    book = real_books["xingqiao-retail"]
    for identity in book.flowcharts:
        golden(f"flowcharts/{identity}.mmd", chart_of(book, identity, "zh").mermaid())


def test_the_blank_company_is_what_new_company_writes(real_library: Library) -> None:
    kept = Path(POLICY / "companies" / "blank-company" / "company.yml").read_text(encoding="utf-8")
    assert company_text(real_library, "blank-company", "zh") == kept
