"""What people type into the search box, and what they find: typed in Chromium, on both ways in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from browsing import Searches, Tab
from building import Built
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
Root = Callable[[Built], str]
SETS = Path(__file__).parent.parent / "search"
DEFAULT = "xingqiao-retail"
# What the search has reached and must not lose: hits at first place, mean reciprocal rank
FLOORS = {"given": (34 / 36, 0.96), "own": (0.93, 0.95)}


@dataclass(frozen=True, slots=True)
class Measured:
    """``ranks``: the place of the first page that is wanted by query, 0 where none of ten is."""

    ranks: dict[str, int]
    nothing: list[str]

    @property
    def first(self) -> float:
        return sum(rank == 1 for rank in self.ranks.values()) / len(self.ranks)

    @property
    def reciprocal(self) -> float:
        return sum(1 / rank for rank in self.ranks.values() if rank) / len(self.ranks)


def rank_of(wanted: list[str], results: list[list[str]]) -> int:
    """``results``: what each result shows unfolded; its page counts, or the section asked for."""
    for place, shown in enumerate(results, 1):
        addresses = {address.replace("/index.html", "") for address in shown}
        pages = {address.partition("#")[0] for address in addresses}
        if any(want in (addresses if "#" in want else pages) for want in wanted):
            return place
    return 0


@pytest.mark.parametrize("name", list(FLOORS))
def test_people_find_what_they_mean(
    name: str, sites: dict[str, Built], somewhere: Root, tab: Open
) -> None:
    """One set in a folder and on a web server: each company's queries on one of them."""
    queries: list[dict[str, Any]] = yaml.safe_load((SETS / f"{name}.yml").read_text("utf-8"))
    ranks: dict[str, int] = {}
    nothing = []
    for company in dict.fromkeys(query.get("company", DEFAULT) for query in queries):
        page = tab().page
        page.goto(f"{somewhere(sites[company])}/index.html")
        searches = Searches(page)
        for query in queries:
            if query.get("company", DEFAULT) == company:
                results = searches.results(query["query"])
                ranks[f"{company} {query['query']}"] = rank_of(query["want"], results)
                if page.locator(".hb-search-none").count():
                    nothing.append(query["query"])
    measured = Measured(ranks, nothing)
    missed = {query: rank for query, rank in ranks.items() if rank != 1}
    first, reciprocal = FLOORS[name]
    assert nothing == []
    assert [query for query, rank in ranks.items() if not 1 <= rank <= 5] == []
    assert measured.first >= first - 1e-9, missed
    assert measured.reciprocal >= reciprocal, missed


@pytest.mark.parametrize(
    ("question", "parameter", "target"),
    [
        ("试用期多久", "probation_months", "policies/confirmation-policy/"),
        ("公示几天", "publicity_days", "p"),
        ("试用期工资打几折", "probation_pay_ratio", "policies/confirmation-policy/"),
        ("晋升谁审批", None, "processes/promotion/"),
    ],
)
def test_first_result_answers_a_question(
    retail: Built, tab: Open, question: str, parameter: str | None, target: str
) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/index.html")
    Searches(page).type(question)
    first = page.locator(".md-search-result__item").first
    assert target in (first.locator("a").first.get_attribute("href") or "")
    answer = retail.book.values[parameter].text("zh") if parameter else "公司管理层"
    expect(first.locator(".hb-search-answer").first).to_be_visible()
    assert answer in " ".join(first.locator(".hb-search-answer").all_inner_texts())


def test_a_result_tells_the_kind_of_page_and_its_section(retail: Built, tab: Open) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/index.html")
    Searches(page).type("客服主管的职责")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1")).to_have_text("客服主管 岗位")
    expect(first.locator("h2").first).to_have_text("我做什么")
    assert first.locator("mark").count() > 0
    first.locator("a", has_text="我做什么").click()
    page.wait_for_url("**/roles/supervisor/index.html?*#duties")


def test_a_query_without_result_leads_on(retail: Built, root: Root, tab: Open) -> None:
    """To the nearest names and the main entries, which are pages to go to."""
    page = tab().page
    page.goto(f"{root(retail)}/index.html")
    searches = Searches(page)
    assert searches.pages("龘龘龘") == ["index.html", "careers/index.html", "glossary/index.html"]
    expect(page.locator(".hb-search-none")).to_contain_text("龘龘龘")
    expect(page.locator(".md-search-result__meta")).to_be_hidden()
    assert "roles/supervisor/index.html" in searches.pages("kefzhguann")


def test_search_box_may_be_emptied_and_used_again(retail: Built, root: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/index.html")
    searches = Searches(page)
    assert searches.pages("转正")[0].startswith("processes/")
    assert searches.pages("") == []
    assert searches.pages("  ") == []
    assert searches.pages("<b>&\\")  # leads on, and harms nothing
    assert searches.pages("晋升申请表")[0] == "forms/promotion-application/index.html"
