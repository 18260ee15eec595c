"""Each country's law by itself: what is not named is not checked, counted by or spoken of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from places import POLICY

from handbook.calendar.dates import my_dates
from handbook.calendar.timeline import timeline
from handbook.calendar.working_days import calendar_of
from handbook.checks import rules_of
from handbook.checks.check_all import check_company
from handbook.checks.example import COMPANY as EXTENDED
from handbook.checks.example import ID, Example, example
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.laws import LAW_SETS
from handbook.checks.laws.law_set import LawSet
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.days_and_limits import Country, ProbationLimits, PublishedDays
from handbook.company.workshop import Workshop
from handbook.pages.dates_data import rules_data
from handbook.pages.views.dates import dates_view
from handbook.pages.views.report import report_view
from handbook.pages.views.timelines import process_times
from handbook.reading.library import load
from handbook.words.problem import Problem

HEAD = f"id: {ID}\nname: 示例公司\nshort_name: 示例\nextends: {EXTENDED}\n"
CHINA = {"cn": LAW_SETS["cn"]}  # whatever other countries the house knows
CHINESE = {rule.code for rule in CHINA["cn"].rules}


def _versions(book: Handbook) -> Iterator[Finding]:
    yield Finding("HB808", COMPANY, ("version",), {"name": book.company.version, "day": "?"})


# A country of two holidays and one Saturday that is worked, one rule and a table of its own
HOLIDAYS = (date(2026, 6, 15), date(2027, 3, 1))
DAYS = PublishedDays(2026, 2027, frozenset(HOLIDAYS), frozenset({date(2026, 6, 20)}), "dates.list")
OTHER = LawSet(
    (Rule("HB808", _versions, "warning"),),
    Country(DAYS, ProbationLimits(((24, 2), (1, 1)), 3), frozenset({"part_time"})),
    legal=("overtime",),
)
CITY = LawSet((), legal=("rent",))  # adds to a country's law
SETS = {**CHINA, "xx": OTHER, "xx-city": CITY}
Checked = tuple[Handbook | None, tuple[Problem, ...]]
Check = Callable[..., Checked]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """The example company with these lines in its company.yml, beside the real data."""
    home = tmp_path_factory.mktemp("countries")
    real = Workshop(load(POLICY), date(2026, 11, 21))

    def run(company_yml: str, case: Example | None = None) -> Checked:
        folder = home / "policy_data"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "duties").mkdir(parents=True)
        (case or Example("", {"company.yml": HEAD}, ())).write(folder)
        with (folder / "companies" / ID / "company.yml").open("a", encoding="utf-8") as file:
            file.write(company_yml)
        real.library.companies[ID] = load(folder).companies[ID]
        return check_company(real, ID, law_sets=SETS)

    return run


@pytest.fixture(scope="module")
def without(check: Check) -> Handbook:
    """The handbook without any law."""
    book, problems = check("laws: []\n")
    assert problems == ()
    assert book is not None
    return book


@pytest.fixture(scope="module")
def elsewhere(check: Check) -> Handbook:
    """The handbook under the other country's law."""
    book, problems = check("laws: [xx-city, xx]\n")
    assert [(p.code, p.severity) for p in problems] == [("HB808", "warning")]
    assert book is not None
    return book


@pytest.mark.parametrize("laws", ["[]", "[xx]"])
@pytest.mark.parametrize("code", sorted(CHINESE))
def test_no_rule_of_a_country_runs_unnamed(code: str, laws: str, check: Check) -> None:
    """Not even on what is written to break it."""
    _, problems = check(f"laws: {laws}\n", example(code, "fail"))
    assert {p.code for p in problems} == ({"HB808"} if laws == "[xx]" else set())


def test_a_company_has_no_law_unless_it_names_one(book: Handbook) -> None:
    assert book.company.laws == ()
    assert book.country == Country()
    general = {rule.code for rule in rules_of(LAW_SETS, ())}
    assert general & CHINESE == set()
    assert general | CHINESE == {rule.code for rule in rules_of(CHINA, CHINA)}


def test_each_country_checks_its_own_rules_alone(check: Check) -> None:
    assert [p.code for p in check("laws: [xx]\n")[1]] == ["HB808"]
    assert [p.code for p in check("laws: [xx-city, cn]\n")[1]] == []
    (unknown,) = check("laws: [xx-cty]\n")[1]
    assert (unknown.code, unknown.facts["known"].say("zh")) == ("HB427", "cn、xx、xx-city")


def test_names_of_limits_are_those_of_every_law_set(without: Handbook) -> None:
    """Companies of several countries share parameters: nobody's right name is a mistake."""
    without_china = {"xx": OTHER, "xx-city": CITY}
    (rule,) = (rule for rule in rules_of(without_china, ()) if rule.code == "HB710")
    known = {finding.facts["known"].say("zh") for finding in rule.find(without)}
    assert known == {"overtime、rent"}


# —— the calendar ——


def test_without_a_country_the_calendar_is_monday_to_friday(check: Check) -> None:
    book, _ = check("laws: []\ndays_off: [2026-12-31, 2027-02-06]\n")
    assert book is not None
    calendar = calendar_of(book)
    assert calendar.exceptions == (date(2026, 12, 31),)
    assert calendar.is_working_day(date(2026, 10, 1))
    assert not calendar.is_working_day(date(2026, 2, 14))
    assert rules_data(book)["calendar"]["exceptions"] == {"2026": "1231"}


def test_another_country_has_its_own_days(elsewhere: Handbook) -> None:
    calendar = calendar_of(elsewhere)
    assert calendar.exceptions == (HOLIDAYS[0], date(2026, 6, 20), HOLIDAYS[1])
    assert calendar.years == range(2026, 2028)
    assert rules_data(elsewhere)["calendar"] == {
        "first": 2026, "last": 2027, "exceptions": {"2026": "0615 0620", "2027": "0301"},
    }  # fmt: skip


def test_without_a_country_every_year_is_known(without: Handbook) -> None:
    role = without.roles["junior-agent"]
    for entry in (date(1970, 1, 1), date(2026, 9, 1), date(2031, 2, 28), date(2099, 12, 31)):
        events = my_dates(without, role, entry, None, since=entry, today=entry)
        assert len(events) > 10
        assert all(event.day is not None for event in events)
    assert all(time.open_after is None for time in process_times(without, "zh"))
    line = timeline(without, without.processes["confirmation"])
    assert line is not None
    assert line.years == (2026, 2027)


def test_days_off_without_a_country_are_tried_to_the_last(check: Check) -> None:
    days = ", ".join(f"2029-03-{day:02}" for day in range(1, 31))
    _, problems = check(f"laws: []\ndays_off: [{days}]\n")
    assert {p.code for p in problems} == {"HB601"}
    assert {"2029" in p.message("zh") for p in problems} == {True}


# —— probation ——


def last_days(book: Handbook, *terms: int | None) -> list[date | None]:
    role, entry = book.roles["junior-agent"], date(2026, 3, 2)
    found = (my_dates(book, role, entry, term, since=entry, today=entry) for term in terms)
    return [next((e.day for e in one if e.kind == "probation-ends"), None) for one in found]


def test_without_a_country_no_contract_shortens_a_probation(without: Handbook) -> None:
    assert last_days(without, 1, 12, None) == [date(2026, 6, 1)] * 3


def test_another_country_has_its_own_table(elsewhere: Handbook) -> None:
    assert last_days(elsewhere, 0, 1, 24, None) == [
        None, date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1),
    ]  # fmt: skip


# —— pages ——


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_speak_of_no_other_country(
    without: Handbook, elsewhere: Handbook, filled_books: dict[str, Handbook], lang: str
) -> None:
    chinese = filled_books["xingqiao-retail"]
    views = [dates_view(book, lang) for book in (without, elsewhere, chinese)]
    assert [(view.counting, view.last_year) for view in views] == [
        ("dates.how.steps", None),
        ("dates.list", 2027),
        ("law.cn.working-days", calendar_of(chinese).last),
    ]
    assert [view.limits and view.limits.open_ended for view in views] == [None, 3, 6]
    assert [(view.has_probation, view.asks_contract) for view in views] == [
        (True, False), (True, True), (True, True),
    ]  # fmt: skip
    assert json.dumps(views[0].rules["limits"]) == '{"fixed": [[1, 600]], "openEnded": 600}'
    leads = {report_view(book, (), lang).times_lead for book in (elsewhere, chinese)}
    assert leads == {"report.timeline-lead"}
    assert report_view(without, (), lang).times_lead not in leads
