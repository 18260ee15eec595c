"""Processes: what the rules of soundness find beyond their examples, and what they let pass."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from changing import changed, found, unchecked, with_steps, with_values, written
from hypothesis import given
from hypothesis import strategies as st

from handbook.checks.finding import Finding
from handbook.checks.flow import FLOW_RULES
from handbook.checks.flow.dead_end import RULE as DEAD_END
from handbook.checks.flow.endless_loop import RULE as ENDLESS
from handbook.checks.flow.self_approval import RULE as SELF_APPROVAL
from handbook.company.book import Handbook
from handbook.company.flow import Flow, flow_of
from handbook.model import Process
from handbook.words.catalogue import Phrase

RULES = FLOW_RULES


@pytest.fixture(scope="module")
def retail(filled_books: dict[str, Handbook]) -> Handbook:
    return filled_books["xingqiao-retail"]


def test_the_example_companies_are_sound(filled_books: dict[str, Handbook]) -> None:
    assert [found(RULES, book) for book in filled_books.values()] == [[], [], []]


def outcome(label: str, to: str, **more: object) -> dict[str, object]:
    return {"label": label, "to": to, **more}


def test_of_a_chain_that_cannot_be_reached_the_first_is_told(retail: Handbook) -> None:
    book = with_steps(retail, "transfer", interview={"next": "contract-change"})
    assert found(RULES, book) == [("HB501", "transfer", "steps.5.id")]


def test_what_cannot_be_reached_behind_a_dead_end_is_not_checked(retail: Handbook) -> None:
    book = with_steps(retail, "transfer", apply={"next": None})
    assert found(RULES, book) == [("HB502", "transfer", "steps.0.id")]
    assert unchecked(RULES, book) == [("HB501", "dead-end", "transfer", "steps.0.id")]


def test_a_timer_is_a_way_to_an_end(retail: Handbook) -> None:
    book = changed(retail, "process", "confirmation", timers=[])
    assert ("HB501", "confirmation", "ends.1.id") in found(RULES, book)


def test_a_process_may_end_by_its_timer_alone(retail: Handbook) -> None:
    process = retail.processes["confirmation"]
    waiting = process.steps[0].model_copy(update={"next": None, "outcomes": ()})
    to_end = next(timer for timer in process.timers if timer.to in flow_of(process).ends("granted"))
    book = changed(
        retail, "process", "confirmation", steps=[waiting], timers=[to_end],
        ends=[end for end in process.ends if end.id == to_end.to],
    )  # fmt: skip
    assert not {"HB501", "HB502"} & {code for code, *_ in found(RULES, book)}


def test_a_dead_end_beside_a_timer_is_told_as_what_it_is(retail: Handbook) -> None:
    book = with_steps(retail, "confirmation", apply={"next": None, "outcomes": []})
    (told,) = (one for one in DEAD_END.find(book) if one.key[1] == "confirmation")
    assert told.facts["then"] == Phrase("HB502.timer")


def test_steps_that_only_lead_to_each_other_are_told_once(retail: Handbook) -> None:
    book = with_steps(retail, "transfer", notice={"next": "handover"}, handover={"next": "notice"})
    codes = [(code, path) for code, _, path in found(RULES, book)]
    assert ("HB502", "steps.7.id") in codes
    assert [code for code, _ in codes].count("HB502") == 1


def test_a_decision_without_outcomes_is_told(retail: Handbook) -> None:
    book = with_steps(retail, "transfer", decision={"outcomes": None, "next": "contract-change"})
    assert ("HB504", "transfer", "steps.5.next") in found(RULES, book)


def test_a_loop_is_told_at_the_arrow_that_leads_back(retail: Handbook) -> None:
    back = [outcome("好", "target-review"), outcome("退回", "apply", reasons=True)]
    back.append(outcome("不好", "refusal-talk", reasons=True))
    book = with_steps(retail, "transfer", department_review={"outcomes": back})
    assert found(RULES, book) == [("HB505", "transfer", "steps.1.outcomes.1.to")]


def test_a_step_that_leads_to_itself_is_a_loop(retail: Handbook) -> None:
    again = [outcome("好", "contract-change"), outcome("再议", "decision", reasons=True)]
    again.append(outcome("不好", "refusal-talk", reasons=True))
    book = with_steps(retail, "transfer", decision={"outcomes": again})
    assert found(RULES, book) == [("HB505", "transfer", "steps.5.outcomes.1.to")]


def test_going_back_needs_reasons_as_a_refusal_does(retail: Handbook) -> None:
    outcomes = [
        outcome("好", "target-review"),
        outcome("退回", "apply", at_most="promotion_return_limit"),
        outcome("不好", "refusal-talk"),
    ]
    book = with_steps(retail, "transfer", department_review={"outcomes": outcomes})
    assert found(RULES, book) == [
        ("HB508", "transfer", "steps.1.outcomes.1.label"),
        ("HB508", "transfer", "steps.1.outcomes.2.label"),
    ]


def test_a_shortcut_ahead_is_no_way_back(retail: Handbook) -> None:
    outcomes = [
        outcome("直接转出", "hr-review"),
        outcome("先面试", "target-review"),
        outcome("退回", "apply", reasons=True, at_most="promotion_return_limit"),
        outcome("不好", "refusal-talk", reasons=True),
    ]
    book = with_steps(retail, "transfer", department_review={"outcomes": outcomes})
    assert found(RULES, book) == []


def test_an_applicant_may_decline_what_was_granted(retail: Handbook) -> None:
    wishes = [outcome("接受", "notice"), outcome("放弃", "not-transferred")]
    change = {"actor": "employee", "next": None, "outcomes": wishes}
    assert found(RULES, with_steps(retail, "transfer", contract_change=change)) == []


def test_an_applicant_who_decides_is_told(retail: Handbook) -> None:
    book = with_steps(retail, "promotion", decision={"actor": "employee"})
    assert found(RULES, book) == [("HB507", "promotion", "steps.4.actor")]


def test_a_role_that_decides_on_its_own_confirmation_is_told(retail: Handbook) -> None:
    book = changed(retail, "actor", "superior", role="manager")
    assert found(RULES, book) == []
    book = with_steps(book, "director-confirmation", decision={"actor": "superior"})
    assert found(RULES, book) == [("HB507", "director-confirmation", "steps.5.actor")]
    (told,) = SELF_APPROVAL.find(book)
    assert isinstance(told, Finding)
    assert told.about == (("actor", "superior"), ("role", "manager"))


def test_a_process_that_grants_nothing_is_told(retail: Handbook) -> None:
    ends = written(retail.processes["transfer"].ends)
    for end in ends:
        end["result"] = "refused"
    book = changed(retail, "process", "transfer", ends=ends)
    assert ("HB511", "transfer", "ends") in found(RULES, book)


def test_the_same_timer_twice_contradicts_nothing(retail: Handbook) -> None:
    timers = written(retail.processes["confirmation"].timers) * 2
    assert found(RULES, changed(retail, "process", "confirmation", timers=timers)) == []


def test_an_appeal_needs_nobody_who_decides(retail: Handbook) -> None:
    assert found(RULES, with_steps(retail, "appeal", answer={"decides": False})) == []


def test_a_graph_is_made_once(retail: Handbook) -> None:
    process = retail.processes["promotion"]
    assert flow_of(process) is flow_of(process)


def process_of(arrows: list[tuple[int, int]], count: int) -> Process:
    steps: list[dict[str, Any]] = []
    for number in range(count):
        outcomes = [outcome(f"到{b}", f"s{b}") for a, b in arrows if a == number]
        steps.append({"id": f"s{number}", "name": "步", "actor": "a", "outcomes": outcomes})
    end = {"id": "end", "name": "完", "result": "granted"}
    common = {"id": "p", "name": "流程", "type": "other", "summary": "略", "applicant": "a"}
    return Process.model_validate({**common, "steps": steps, "ends": [end]})


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14, unique=True))
def test_every_loop_is_told_and_none_is_left(
    retail: Handbook, arrows: list[tuple[int, int]]
) -> None:
    """With the reported arrows limited no cycle without a limit is left; without a cycle silent."""
    process = process_of(arrows, 6)
    flow = Flow(process)
    book = changed(retail, "process", "p", **written(process))
    told = {finding.path for finding in ENDLESS.find(book) if finding.key == ("process", "p")}
    rest = nx.DiGraph((a.source, a.target) for a in flow.arrows if a.path not in told)
    assert nx.is_directed_acyclic_graph(rest)
    whole = nx.DiGraph((a.source, a.target) for a in flow.arrows)
    assert bool(told) == (not nx.is_directed_acyclic_graph(whole))


# —— criteria and panels ——

NAMES = ("full_marks", "pass_mark", "size", "quorum", "votes")


def judged(book: Handbook, weights: list[float], *numbers: float, **fields: object) -> list[str]:
    """The codes that rules find in an interview with these weights and numbers, as NAMES."""
    for name, raw in zip(NAMES, numbers or (100, 80, 5, 4, 3), strict=True):
        kind = "score" if "mark" in name else "count"
        texts = dict.fromkeys(("name", "meaning", "group"), name)
        out_of = fields.get("out_of") if name == "pass_mark" else None
        book = changed(book, "parameter", name, type=kind, out_of=out_of, **texts)
        book = with_values(book, **{name: raw})
    criteria = [{"id": f"c{n}", "name": f"第{n}项", "weight": w} for n, w in enumerate(weights)]
    marks = {"full_marks": "full_marks", "pass_mark": "pass_mark"}
    panel = {"size": "size", "quorum": "quorum", "votes": "votes"}
    members = fields.get("members", [{"actor": "hr"}])
    interview = {
        "assessment": {**marks, "criteria": criteria},
        "panel": {**panel, "members": members},
    }
    book = with_steps(book, "promotion", interview=interview)
    return [code for code, *_ in found(RULES, book)]


@given(st.lists(st.integers(1, 100), min_size=1, max_size=8))
def test_weights_are_sound_when_they_make_a_hundred(retail: Handbook, weights: list[int]) -> None:
    assert judged(retail, [*weights]) == ([] if sum(weights) == 100 else ["HB520"])


@given(st.lists(st.integers(1, 999), min_size=1, max_size=8).filter(lambda w: sum(w) < 1000))
def test_tenths_of_a_percent_make_a_hundred(retail: Handbook, tenths: list[int]) -> None:
    assert judged(retail, [tenth / 10 for tenth in (*tenths, 1000 - sum(tenths))]) == []


@given(st.integers(1, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_panel_is_sound_when_those_who_must_be_there_can_agree(
    retail: Handbook, size: int, quorum: int, votes: int
) -> None:
    codes = judged(retail, [100], 100, 80, size, quorum, votes)
    assert ("HB523" in codes) == (quorum > size)
    assert ("HB524" in codes) == (votes > min(size, quorum))
    assert len(codes) == (quorum > size) + (votes > min(size, quorum))


def test_a_pass_mark_whose_parameter_names_full_marks_is_told_once(retail: Handbook) -> None:
    assert judged(retail, [100], 100, 120, 5, 4, 3) == ["HB522"]
    assert judged(retail, [100], 100, 120, 5, 4, 3, out_of="full_marks") == []  # HB415 tells it


@pytest.mark.parametrize(
    ("counts", "codes"),
    [([5], []), ([2, 3], []), ([2, 2], ["HB525"]), ([3, 3], ["HB525"]), ([None], []),
     ([4, None], []), ([5, None], ["HB525"]), ([None] * 6, ["HB525"])],
)  # fmt: skip
def test_members_are_as_many_as_the_panel_is_large(
    retail: Handbook, counts: list[int | None], codes: list[str]
) -> None:
    members = [{"actor": "hr", **({"count": n} if n else {})} for n in counts]
    assert judged(retail, [100], members=members) == codes
