"""A rule that can't judge says so, with place and reason; none falls silent, none says it idly."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from changing import changed, found, on, unchecked, with_steps, written

from handbook.checks import POLICY_RULES, RULE_BY_CODE, check_policy, rules_of
from handbook.checks.check_all import check_each, look, open_in_draft
from handbook.checks.finding import COMPANY, Finding, NotChecked
from handbook.checks.laws import LAW_SETS
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Value, bounds
from handbook.company.workshop import Workshop
from handbook.model import Company, Parameter
from handbook.reading.library import load
from handbook.words.catalogue import languages, strings

TODAY = date(2026, 11, 21)
CODES = re.compile(r"HB[5-8][0-9]{2}")


@pytest.fixture(scope="module")
def retail(filled_books: dict[str, Handbook]) -> Handbook:
    return on(filled_books["xingqiao-retail"], TODAY)


# —— changes ——


def opened(book: Handbook, *names: str) -> Handbook:
    """The handbook with values that nobody filled in."""
    values = {name: Value(book.parameters[name], None) for name in names}
    left = {name: raw for name, raw in book.company.values.items() if name not in names}
    company = book.company.model_copy(update={"values": left})
    return replace(book, company=company, values={**book.values, **values})


def raised(book: Handbook, **raws: Any) -> Handbook:
    values = {name: replace(book.values[name], raw=raw) for name, raw in raws.items()}
    return replace(book, values={**book.values, **values})


def opening_by(book: Handbook, working_days: int) -> Handbook:
    """Applications that open so many working days before the end, and close by days."""
    book = with_parameter(book, "opening", working_days, type="working_days")
    start = {**written(book.processes["confirmation"].start)}
    start["opens"] = {"before": "probation_end", "by": "opening"}
    return changed(book, "process", "confirmation", start=start)


def of_company(book: Handbook, **fields: object) -> Handbook:
    return replace(book, company=book.company.model_copy(update=fields))


def with_parameter(book: Handbook, identity: str, raw: float | None, **fields: object) -> Handbook:
    """The handbook with a parameter more, of money."""
    text = {"name": identity, "meaning": identity, "group": identity, "type": "money", **fields}
    book = changed(book, "parameter", identity, **text)
    value = Value(book.parameters[identity], raw)
    return replace(book, values={**book.values, identity: value})


def scored(book: Handbook, **raws: int | None) -> Handbook:
    """Promotion with an interview that scores before a panel of five, and its numbers."""
    numbers = {"full_marks": 100, "pass_mark": 80, "size": 5, "quorum": 4, "votes": 3, **raws}
    for name, raw in numbers.items():
        kind = "score" if name.endswith(("marks", "mark")) else "count"
        book = with_parameter(book, name, raw, type=kind)
    panel = {name: name for name in ("size", "quorum", "votes")}
    assessment = {
        "full_marks": "full_marks", "pass_mark": "pass_mark",
        "criteria": [{"id": "one", "name": "知识", "weight": 100}],
    }  # fmt: skip
    members = [{"actor": "hr"}]
    interview = {"assessment": assessment, "panel": {**panel, "members": members}}
    return with_steps(book, "promotion", interview=interview)


def with_note(book: Handbook, text: str) -> Handbook:
    return changed(book, "process", "confirmation", notes=[text])


def extended_by(book: Handbook, months: int | None) -> Handbook:
    book = with_parameter(book, "longer", months, type="months", min=0, max=24)
    return with_note(book, "延长试用期 ${longer}。")


def demanding(book: Handbook, lower: float | None, higher: float | None) -> Handbook:
    """The handbook in which two levels ask for the same figure, each by a parameter of its own."""
    roles = {"lower": "junior-agent", "higher": "intermediate-agent"}
    for (name, role), raw in zip(roles.items(), (lower, higher), strict=True):
        book = with_parameter(book, f"{name}_score", raw, type="percentage", min=0, max=100)
        measure = {"metric": "first-contact-resolution", "at_least": f"{name}_score"}
        text = {"category": "ability", "text": "达标", "measure": measure}
        book = changed(book, "requirement", f"{name}-demand", **text)
        ids = [*written(book.roles[role].requirements), f"{name}-demand"]
        book = changed(book, "role", role, requirements=ids)
    return book


def without_tenure(book: Handbook) -> Handbook:
    paths = written(book.roles["senior-agent"].paths)
    first = {name: field for name, field in paths[0].items() if name != "tenure"}
    return changed(book, "role", "senior-agent", paths=[first, *paths[1:]])


def without_decision(book: Handbook) -> Handbook:
    steps = written(book.processes["confirmation"].steps)
    return changed(book, "process", "confirmation", steps=[{**s, "decides": False} for s in steps])


def endless(book: Handbook) -> Handbook:
    return changed(
        book, "process", "promotion", ends=[{"id": "e", "name": "完", "result": "granted"}],
        steps=[
            {"id": "a", "name": "甲", "actor": "applicant", "within": "talk_days", "next": "a"},
            {"id": "b", "name": "乙", "actor": "applicant", "within": "talk_days", "next": "e"},
        ],
    )  # fmt: skip


def open_value(name: str) -> Callable[[Handbook], Handbook]:
    return lambda book: opened(book, name)


def step_without_deadline(process: str, step: str) -> Callable[[Handbook], Handbook]:
    return lambda book: with_steps(book, process, **{step.replace("-", "_"): {"within": None}})


def at_value(name: str) -> tuple[str, str]:
    return "", f"values.{name}"


# Rules, what is changed, the reason, the thing and the path that they name
CASES: dict[str, tuple[str, Callable[[Handbook], Handbook], str, tuple[str, str] | None]] = {
    "a dead end": (
        "HB501", lambda b: with_steps(b, "transfer", apply={"next": None}),
        "dead-end", ("transfer", "steps.0.id"),
    ),
    "the last day to apply": (
        "HB601 HB602", open_value("apply_closes_days"), "open", at_value("apply_closes_days"),
    ),
    "no last day to apply": (
        "HB601", lambda b: changed(b, "process", "confirmation", start=None),
        "no-last-day", ("confirmation", "must_end_by"),
    ),
    "a deadline on the way": (
        "HB601", open_value("hr_review_days"), "open", at_value("hr_review_days"),
    ),
    "how often something returns": (
        "HB601", open_value("return_limit"), "open", at_value("return_limit"),
    ),
    "a step without a deadline": (
        "HB601", step_without_deadline("confirmation", "hr-review"),
        "no-deadline", ("confirmation", "steps.4.name"),
    ),
    "a calendar that ends before the handbook begins": (
        "HB601 HB603", lambda b: of_company(b, effective_on=date(2027, 1, 4)),
        "calendar", ("", "effective_on"),
    ),
    "a calendar that ends before today": (
        "HB601 HB603", lambda b: on(b, date(2027, 1, 4)), "calendar", ("", "effective_on"),
    ),
    "the day on which applications open": (
        "HB602 HB606", open_value("apply_opens_days"), "open", at_value("apply_opens_days"),
    ),
    "the length of a probation": (
        "HB606 HB701 HB706", open_value("probation_months"), "open", at_value("probation_months"),
    ),
    "a month to apply in": (
        "HB603 HB810", open_value("promotion_month_first"),
        "open", at_value("promotion_month_first"),
    ),
    "a deadline between two windows": (
        "HB603", open_value("promotion_notice_days"), "open", at_value("promotion_notice_days"),
    ),
    "a process without an end": ("HB603", endless, "no-route", ("promotion", "steps")),
    "a route that ends beyond the calendar": (
        "HB601 HB603", lambda b: raised(b, hr_review_days=9000, promotion_notice_days=9000),
        "undated", None,
    ),
    "days to apply that no calendar holds": (
        "HB602", lambda b: opening_by(b, 9000), "undated", ("confirmation", "name"),
    ),
    "days to apply by a calendar that has ended": (
        "HB602", lambda b: on(opening_by(b, 60), date(2027, 1, 4)),
        "calendar", ("", "effective_on"),
    ),
    "a time of publicity": (
        "HB603 HB604", open_value("publicity_days"), "open", at_value("publicity_days"),
    ),
    "a time to appeal": (
        "HB604", open_value("appeal_deadline_days"), "open", at_value("appeal_deadline_days"),
    ),
    "an appeal without a deadline": (
        "HB604", step_without_deadline("appeal", "submit"),
        "no-deadline", ("appeal", "steps.0.name"),
    ),
    "kind and term of the contract": (
        "HB701 HB702 HB706", lambda b: of_company(b, contract_months=None),
        "no-term", ("", "contract_months"),
    ),
    "a probation that may not be": (
        "HB702", lambda b: opened(of_company(b, contract_type="task"), "probation_months"),
        "open", at_value("probation_months"),
    ),
    "an extension of nobody knows how long": (
        "HB704", lambda b: with_note(b, "必要时延长试用期。"),
        "no-length", ("confirmation", "notes.0"),
    ),
    "an extension by an open value": (
        "HB704 HB705", lambda b: extended_by(b, None), "open", at_value("longer"),
    ),
    "an extension of an open probation": (
        "HB704",
        lambda b: opened(with_note(b, "延长试用期两个月。"), "management_probation_months"),
        "open", at_value("management_probation_months"),
    ),
    "the pay in probation, in percent": (
        "HB708", open_value("probation_pay_ratio"), "open", at_value("probation_pay_ratio"),
    ),
    "no minimum wage": (
        "HB709", lambda b: with_parameter(b, "trial_pay", 3000, legal="probation_pay"),
        "no-minimum", ("trial_pay", "legal"),
    ),
    "an open minimum wage": (
        "HB709", lambda b: with_parameter(
            with_parameter(b, "trial_pay", 3000, legal="probation_pay"),
            "least_pay", None, legal="minimum_wage",
        ),
        "open", at_value("least_pay"),
    ),
    "the pay in probation": (
        "HB709", lambda b: with_parameter(
            with_parameter(b, "trial_pay", None, legal="probation_pay"),
            "least_pay", 2000, legal="minimum_wage",
        ),
        "open", at_value("trial_pay"),
    ),
    "nobody decides": ("HB714", without_decision, "no-decision", ("confirmation", "steps")),
    "a form that may be the agreement, in another language": (
        "HB717", lambda b: changed(b, "form", "contract-change", name="What we agreed on"),
        "language", ("contract-change", "name"),
    ),
    "a day of a policy": (
        "HB716", open_value("promotion_policy_announced_on"),
        "open", at_value("promotion_policy_announced_on"),
    ),
    "the day of review": (
        "HB808", open_value("promotion_policy_review_on"),
        "open", at_value("promotion_policy_review_on"),
    ),
    "a threshold": (
        "HB801", lambda b: demanding(b, 90, None), "open", at_value("higher_score"),
    ),
    "a threshold one level below": (
        "HB801", lambda b: demanding(b, None, 90), "open", at_value("lower_score"),
    ),
    "a pass mark": ("HB522", lambda b: scored(b, pass_mark=None), "open", at_value("pass_mark")),
    "full marks": ("HB522", lambda b: scored(b, full_marks=None), "open", at_value("full_marks")),
    "the size of a panel": (
        "HB523 HB524 HB525", lambda b: scored(b, size=None), "open", at_value("size"),
    ),
    "a quorum": ("HB523 HB524", lambda b: scored(b, quorum=None), "open", at_value("quorum")),
    "the votes of a panel": ("HB524", lambda b: scored(b, votes=None), "open", at_value("votes")),
    "a tenure": ("HB805", open_value("tenure_senior"), "open", at_value("tenure_senior")),
    "no tenure": ("HB805", without_tenure, "no-tenure", ("senior-agent", "paths.0.to")),
    "a value in the name of a role": (
        "HB853", lambda b: opened(
            changed(b, "role", "manager", name="${tenure_senior}客服"), "tenure_senior"
        ),
        "open", at_value("tenure_senior"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_missing_is_told_by_each_rule_that_needs_it(case: str, retail: Handbook) -> None:
    codes, change, reason, place = CASES[case]
    rules = tuple(RULE_BY_CODE[code] for code in codes.split())
    assert unchecked(rules, retail) == []
    told = unchecked(rules, change(retail))
    there = {code for code, why, *at in told if why == reason and place in (None, tuple(at))}
    assert there == set(codes.split())
    for problem in check_policy(change(retail), rules):
        assert all(problem.message(lang) for lang in languages())


# Rules and what is changed, by which they have no less to judge
ENOUGH: dict[str, tuple[str, Callable[[Handbook], Handbook]]] = {
    "an open probation in a contract without an end": (
        "HB706", lambda b: opened(of_company(b, contract_type="open_ended"), "probation_months"),
    ),
    "an open probation where none is allowed, which HB702 tells": (
        "HB701 HB706", lambda b: opened(of_company(b, contract_type="task"), "probation_months"),
    ),
    "an open month that is the only one": (
        "HB810", lambda b: opened(
            changed(b, "process", "promotion", windows=["promotion_month_first"]),
            "promotion_month_first",
        ),
    ),
    "what follows the decision and never ends": (
        "HB601", lambda b: changed(b, "process", "confirmation", steps=[
            {"id": "a", "name": "甲", "actor": "hr", "within": "talk_days", "decides": True,
             "outcomes": [{"label": "是", "to": "b"}, {"label": "否", "to": "b"}]},
            {"id": "b", "name": "乙", "actor": "hr", "within": "talk_days", "next": "b"},
        ]),
    ),
    "English in a field that the rule does not read": (
        "HB604 HB714 HB715 HB717 HB726",
        lambda b: with_steps(
            with_steps(b, "promotion", notice={"optional": "Only if there is one"}),
            "confirmation", apply={"optional": "Only if there is one"},
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ENOUGH)
def test_nothing_is_said_to_be_missing_that_a_rule_does_not_need(
    case: str, retail: Handbook
) -> None:
    codes, change = ENOUGH[case]
    assert unchecked(tuple(RULE_BY_CODE[code] for code in codes.split()), change(retail)) == []


def test_a_value_that_cannot_be_used_is_not_called_open(retail: Handbook) -> None:
    """``usable`` opens what has an error of its own; what company.yml says stays known."""
    book = replace(
        retail,
        values={
            **retail.values,
            "hr_review_days": replace(retail.values["hr_review_days"], raw=None),
        },
    )
    assert ("HB601", "wrong", "", "values.hr_review_days") in unchecked(POLICY_RULES, book)


def test_a_known_verdict_is_given_although_something_is_missing(retail: Handbook) -> None:
    """Without one deadline the others alone are too long; three years are less than five."""
    late = with_steps(
        replace(retail, values={**retail.values, "apply_closes_days": replace(
            retail.values["apply_closes_days"], raw=14)}),
        "confirmation", hr_review={"within": None},
    )  # fmt: skip
    rules = (RULE_BY_CODE["HB601"],)
    assert [code for code, *_ in found(rules, late)] == ["HB601"]
    assert unchecked(rules, late) == []


# —— texts in another language ——

FOREIGN: dict[str, tuple[str, str, dict[str, Any]]] = {
    "HB604": ("process", "promotion", {}),
    "HB703": ("policy", "promotion-policy", {"purpose": "How we promote people"}),
    "HB704": ("process", "confirmation", {"notes": ["It may take longer"]}),
    "HB705": ("process", "confirmation", {"notes": ["It may take longer"]}),
    "HB707": ("process", "confirmation", {}),
    "HB714": ("process", "confirmation", {}),
    "HB715": ("process", "confirmation", {}),
    "HB717": ("process", "promotion", {}),
    "HB718": ("role", "senior-agent", {"summary": "Leads the shift"}),
    "HB719": ("requirement", "csat-score", {"text": "Customers are content"}),
    "HB720": ("requirement", "csat-score", {"text": "Customers are content"}),
    "HB721": ("process", "confirmation", {}),
    "HB722": ("process", "confirmation", {}),
    "HB723": ("process", "confirmation", {"notes": ["It may take longer"]}),
    "HB726": ("process", "promotion", {}),
    "HB802": ("duty", "mentor-team", {"text": "Helps the others"}),
    "HB806": ("duty", "mentor-team", {"text": "Helps the others"}),
    "HB807": ("requirement", "basic-skills", {"text": "Types very well", "evidence": None}),
}


def in_english(book: Handbook, code: str) -> tuple[Handbook, str]:
    kind, identity, fields = FOREIGN[code]
    if not fields:
        steps = written(book.processes[identity].steps)
        fields = {"steps": [{**steps[0], "name": "Hand it in"}, *steps[1:]]}
    identity = identity if (kind, identity) in book.things else next(iter(book.of(kind)))
    return changed(book, kind, identity, **fields), identity


@pytest.mark.parametrize("code", FOREIGN)
def test_words_of_another_language_are_not_taken_for_fine(code: str, retail: Handbook) -> None:
    rules = (RULE_BY_CODE[code],)
    book, identity = in_english(retail, code)
    assert [one for one in unchecked(rules, retail) if one[1] == "language"] == []
    (told,) = (one for one in unchecked(rules, book) if one[1] == "language")
    assert told[2] == identity
    assert [problem.code for problem in check_policy(book, rules)] == [code]


def test_every_rule_that_reads_chinese_has_a_case() -> None:
    """Whichever rule asks what it can't read, or matches patterns on its own."""
    folder = Path(__file__).parents[2] / "handbook" / "checks" / "laws" / "cn"
    sources = [path.read_text("utf-8") for path in folder.rglob("*.py")]
    reading = [text for text in sources if re.search(r"re\.compile|_PUBLICITY|\bunread", text)]
    codes = {code for text in reading for code in re.findall(r'Rule\("(HB[0-9]{3})"', text)}
    assert codes == set(FOREIGN)


@pytest.mark.parametrize("text", ["CRM", "Power", "KPI OKR", "100 %", "English 四级", "$${x}"])
def test_a_mere_name_is_no_other_language(text: str, retail: Handbook) -> None:
    book = changed(retail, "duty", "mentor-team", text=text)
    assert unchecked((RULE_BY_CODE["HB806"],), book) == []


# Rules, a text that they read and a word on which they look closer
READ = [
    ("HB703", "process", "promotion", "试用期"), ("HB703", "policy", "promotion-policy", "试用期"),
    ("HB703", "role", "junior-agent", "试用期"), ("HB704 HB705", "process", "promotion", "顺延"),
    ("HB704 HB705", "policy", "promotion-policy", "顺延"),
    ("HB707", "process", "confirmation", "合同"), ("HB714", "process", "confirmation", "理由"),
    ("HB715", "process", "confirmation", "工会"), ("HB717", "process", "promotion", "协议"),
    ("HB718", "policy", "promotion-policy", "社保"), ("HB718", "role", "junior-agent", "社保"),
    ("HB719", "requirement", "learning", "生育"), ("HB719", "form", "appeal-form", "生育"),
    ("HB720", "requirement", "learning", "加班"),
    ("HB721 HB722", "process", "confirmation", "背景"),
    ("HB723", "process", "promotion", "成绩"), ("HB723", "policy", "promotion-policy", "成绩"),
]  # fmt: skip


def saying(book: Handbook, kind: str, identity: str, text: str) -> Handbook:
    """The handbook in which a text of a thing is another."""
    thing = written(book.things[kind, identity])
    if kind == "role":
        thing["paths"][0]["guide"] = [text]
    elif kind == "process":
        thing["steps"][0]["actions"] = [text]
    elif kind == "form":
        thing["fields"][0]["label"] = text
    else:
        thing["text" if kind == "requirement" else "purpose"] = text
    return changed(book, kind, identity, **thing)


@pytest.mark.parametrize(("codes", "kind", "identity", "word"), READ)
def test_what_an_open_value_would_say_is_not_known(
    codes: str, kind: str, identity: str, word: str, retail: Handbook
) -> None:
    for code in codes.split():
        rule, text = (RULE_BY_CODE[code],), f"{word}：${{said}}"
        book = saying(with_parameter(retail, "said", None), kind, identity, text)
        assert set(unchecked(rule, book)) >= {(code, "open", "", "values.said")}
        filled = saying(with_parameter(retail, "said", 3), kind, identity, text)
        assert unchecked(rule, filled) == []


# —— no rule is silent ——


class Watched(Value):
    """A value that tells who looks at it."""

    read: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name == "raw":
            Watched.read.add(str(object.__getattribute__(self, "parameter").id))
        return super().__getattribute__(name)


def read_by(rule: Rule, book: Handbook) -> set[str]:
    """The parameters whose values a rule looks at."""
    Watched.read = set()
    values = {name: Watched(value.parameter, value.raw) for name, value in book.values.items()}
    list(rule.find(replace(book, values=values)))
    return Watched.read - {"company_name", "company_short_name"}


def likely(parameter: Parameter, raw: object) -> Iterator[object]:
    """Values that a company might fill in: those at the bounds, in the middle and next to it."""
    if isinstance(raw, date):
        yield from (raw + timedelta(days) for days in (-3000, -400, -30, -1, 0, 1, 30, 400, 3000))
    elif isinstance(raw, (int, float)):
        low, high = bounds(parameter)
        low = 0 if low is None else low
        high = max(low, raw * 4) if high is None else high
        if parameter.type == "month_of_year":
            yield from range(1, 13)
        else:
            numbers = {low, high, raw, raw - 1, raw + 1, (low + high) // 2}
            yield from (
                int(n) if float(n).is_integer() else n for n in sorted(numbers) if low <= n <= high
            )
    else:
        yield raw


def verdict(rule: Rule, book: Handbook) -> set[tuple[object, ...]]:
    return {(one.code, one.key, one.path) for one in rule.find(book) if isinstance(one, Finding)}


def judged(rule: Rule, book: Handbook, name: str, raw: Any) -> set[tuple[object, ...]]:
    value = replace(book.values[name], raw=raw)
    return verdict(rule, replace(book, values={**book.values, name: value}))


@pytest.fixture(
    scope="module",
    params=["xingqiao-retail", "yihe-elder-care", "lancheng-service-desk", "with more"],
)
def sound(request: pytest.FixtureRequest, filled_books: dict[str, Handbook]) -> Handbook:
    """Companies without a finding, and one with what they lack: extensions, wages in money."""
    if request.param != "with more":
        return on(filled_books[request.param], TODAY)
    book = on(filled_books["xingqiao-retail"], TODAY)
    book = with_parameter(book, "trial_pay", 3000, legal="probation_pay", min=0, max=9000)
    book = with_parameter(book, "least_pay", 2000, legal="minimum_wage", min=0, max=9000)
    return demanding(extended_by(book, 1), 80, 80)


@pytest.mark.parametrize("rule", POLICY_RULES, ids=[rule.code for rule in POLICY_RULES])
def test_a_rule_whose_verdict_hangs_on_a_value_tells_that_it_is_open(
    rule: Rule, sound: Handbook
) -> None:
    """Whatever a rule reads is opened in turn.

    If it would find with some value what it does not find without, it must not pass in silence.
    """
    for name in sorted(read_by(rule, sound)):
        book = opened(sound, name)
        left = verdict(rule, book)
        told = {(one.key, one.path) for one in rule.find(book) if isinstance(one, NotChecked)}
        raws = likely(sound.parameters[name], sound.values[name].raw)
        if any(judged(rule, sound, name, raw) - left for raw in raws):
            assert (COMPANY, ("values", name)) in told, f"{rule.code} is silent on {name}"


def test_the_rules_read_many_values(sound: Handbook) -> None:
    """Else the test above tries nothing."""
    pairs = [(rule.code, name) for rule in POLICY_RULES for name in read_by(rule, sound)]
    assert len({code for code, _ in pairs}) >= 14
    assert len(pairs) >= 60


# —— the whole ——


def checked(data: Path, company: str = "acme", **options: Any) -> Any:
    return look(Workshop(load(data), TODAY), company, **options)


def test_rules_leave_out_what_errors_touch_and_that_is_told(data: Path) -> None:
    (data / "companies" / "acme" / "company.yml").open("a").write("laws: [cn]\n")
    assert checked(data).unchecked == () or all(
        one.reason != "unchecked.data-first" for one in checked(data).unchecked
    )
    (data / "dutys.yml").write_text("- id: a\n")
    looked = checked(data)
    assert [one.code for one in looked.problems] == ["HB116"]
    rules = [rule.code for rule in rules_of(LAW_SETS, ["cn"])]
    assert {one.code for one in looked.unchecked} == set(rules)
    assert {one.reason for one in looked.unchecked} == {"unchecked.data-first"}
    assert {str(one.place) for one in looked.unchecked} == {
        "policy_data/companies/acme/company.yml:1:1"
    }
    assert [rule.code for rule in looked.rules] == rules
    assert "acme" in looked.unchecked[0].message("zh")


@pytest.mark.parametrize("broken", ["id: [", "- a\n", "id: acme\n"])
def test_nor_on_a_company_that_cannot_be_read(data: Path, broken: str) -> None:
    (data / "companies" / "acme" / "company.yml").write_text(broken, encoding="utf-8")
    found = check_each(load(data), ["acme"], open_in_draft)
    codes = {one.code for one in found.found["acme"] if one.unchecked}
    assert codes == {rule.code for rule in POLICY_RULES}
    assert {code for code in found.rules if code.startswith("HB7")} <= {"HB710"}  # no law is named


def test_two_wrong_items_of_one_list_end_nothing(tmp_path: Path) -> None:
    """What is taken out of a list moves what follows it."""
    data = shutil.copytree(Path(__file__).parents[2] / "policy_data", tmp_path / "policy_data")
    path, months = data / "processes/promotion.yml", "promotion_month_first, promotion_month_second"
    text = path.read_text("utf-8")
    assert months in text
    path.write_text(text.replace(months, "response_rate, resolution_rate"), "utf-8")
    told = [one.code for one in checked(data, "xingqiao-retail").problems]
    assert told.count("HB433") == 2


def test_handbooks_are_kept_only_where_the_data_is_sound(data: Path) -> None:
    assert set(check_each(load(data), ["acme"], open_in_draft).kept) == {"acme"}
    (data / "dutys.yml").write_text("- id: a\n")
    assert check_each(load(data), ["acme"], open_in_draft).kept == {}


def test_companies_that_nobody_can_list_are_not_checked(data: Path) -> None:
    shutil.rmtree(data / "companies")
    (data / "companies").write_text("x", encoding="utf-8")
    found = check_each(load(data), ["acme"], open_in_draft)
    told = [one for one in found.found["acme"] if one.unchecked]
    assert {one.code for one in told} == set(RULE_BY_CODE)
    assert {one.place.file for one in told} == {"policy_data/companies"}


def test_the_law_is_not_looked_at_where_none_is_named(data: Path) -> None:
    path = data / "companies" / "acme" / "company.yml"
    with path.open("a", encoding="utf-8") as file:
        file.write("laws: []\n")
    looked = checked(data)
    lawful = {rule.code for law_set in LAW_SETS.values() for rule in law_set.rules}
    unnamed = [one for one in looked.unchecked if one.reason == "unchecked.no-law"]
    assert {one.code for one in unnamed} == lawful
    last = len(path.read_text(encoding="utf-8").splitlines())
    assert {one.place.line for one in unnamed} == {last}
    assert lawful.isdisjoint(rule.code for rule in looked.rules)


def test_what_was_not_checked_is_no_problem_and_stops_nothing(data: Path) -> None:
    found = check_each(load(data), ["acme"], open_in_draft)
    assert found.problems == ()
    assert not any(one.blocks for one in found.found["acme"])
    assert {one.problem.severity for one in found.reported} == {"unchecked"}


def test_nothing_of_it_can_be_accepted(retail: Handbook) -> None:
    """An acceptance covers findings only, and is not idle while its rule can't judge."""
    accept = [{"code": "HB808", "reason": "x", "until": date(2030, 1, 1)}]
    company = Company.model_validate({**written(retail.company), "accept": accept})
    book = replace(retail, company=company)
    rule = (RULE_BY_CODE["HB808"],)
    assert [p.code for p in check_policy(book, rule)] == ["HB432"]
    told = check_policy(opened(book, "promotion_policy_review_on"), rule)
    assert [(p.code, p.severity, p.accepted, p.blocks) for p in told] == [
        ("HB808", "unchecked", None, False)
    ]


def test_every_reason_is_said_in_every_language() -> None:
    folder = Path(__file__).parents[2] / "handbook" / "checks"
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    used = set(re.findall(r'NotChecked\(\s*"([a-z-]+)"', code)) | {"open", "wrong"}
    used |= {"no-law", "data-first", "pages"}
    for lang in languages():
        known = {k.split(".")[1] for k in strings(lang) if re.fullmatch(r"unchecked\.[a-z-]+", k)}
        assert known - {"rules", "more"} == used
