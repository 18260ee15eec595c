"""What people type into the search box, and what they find: typed in Chromium, on both ways in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browsing import Searches, Tab
from building import Built
from playwright.sync_api import expect
from ranks import Ranks, queries, rank_of

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
Root = Callable[[Built], str]
# What the search has reached and must not lose: hits at first place, mean reciprocal rank
FLOORS = {"given": (34 / 36, 0.96), "own": (0.93, 0.95)}


@pytest.mark.parametrize("name", list(FLOORS))
def test_people_find_what_they_mean(
    name: str, sites: dict[str, Built], somewhere: Root, tab: Open
) -> None:
    """One set in a folder and on a web server: each company's queries on one of them."""
    ranks = Ranks()
    for company, asked in queries(name).items():
        page = tab().page
        page.goto(f"{somewhere(sites[company])}/index.html")
        searches = Searches(page)
        for query in asked:
            results = searches.results(query["query"])
            ranks.places[company, query["query"]] = rank_of(query["want"], results)
            if page.locator(".hb-search-none").count():
                ranks.nothing.append(query["query"])
    missed = {query: place for query, place in ranks.places.items() if place != 1}
    first, reciprocal = FLOORS[name]
    assert ranks.nothing == []
    assert ranks.among(5) == len(ranks.places), missed
    assert ranks.first >= first - 1e-9, missed
    assert ranks.reciprocal >= reciprocal, missed


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


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("转岗", "时限"),  # nothing is asked, and no value is called so
        ("升职要几年", "工作日"),  # years are asked
        ("多久能升主管", "客服经理"),  # to the role, not on from it
        ("申诉要几天内提", "答复时限"),  # four limits fit as well
        ("谁批准我转正", "时限"),  # who, not how long
    ],
)
def test_no_answer_rather_than_one_that_does_not_fit(
    retail: Built, tab: Open, query: str, wrong: str
) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/index.html")
    searches = Searches(page)
    assert searches.pages(query)
    assert wrong not in " ".join(page.locator(".hb-search-answer").all_inner_texts())
    searches.type("公示几天")
    expect(page.locator(".hb-search-answer").first).to_contain_text("公示")


def test_a_pasted_page_does_not_hold_up_the_search(retail: Built, tab: Open) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/index.html")
    searches = Searches(page)
    searches.type("转正")
    page.locator("input.md-search__input").fill("转正" * 5000)
    page.keyboard.press("Shift")
    searches._settled("转正" * 5000)  # within its five seconds, where all of it took longer
    assert page.locator(".md-search-result__item").count() > 0


def test_what_is_typed_is_said_as_it_stands(retail: Built, tab: Open) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/index.html")
    Searches(page).type("龘 $& $1")
    expect(page.locator(".hb-search-none")).to_contain_text("“龘 $& $1”")


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
