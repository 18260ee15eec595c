"""What can be reached from where in any process, against a walk one arrow at a time."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handbook.company.flow import START, Flow
from handbook.model import Process

STEPS = [f"s{number}" for number in range(5)]
ENDS = {"yes": "granted", "also": "granted", "no": "refused", "never": "refused"}
ARROWS = st.lists(
    st.tuples(st.sampled_from(STEPS), st.sampled_from([*STEPS, *ENDS])), max_size=12, unique=True
)
Arrows = list[tuple[str, str]]


def process_of(arrows: Arrows) -> Process:
    steps: list[dict[str, Any]] = []
    for step in STEPS:
        outcomes = [{"label": f"到{to}", "to": to} for source, to in arrows if source == step]
        steps.append({"id": step, "name": "步", "actor": "a", "outcomes": outcomes})
    ends = [{"id": end, "name": "完", "result": result} for end, result in ENDS.items()]
    common = {"id": "p", "name": "流程", "type": "other", "summary": "略", "applicant": "a"}
    return Process.model_validate({**common, "steps": steps, "ends": ends})


def walked(arrows: Arrows, start: str, avoiding: str = "") -> set[str]:
    """Everything that can be reached from ``start``, itself with it."""
    found, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name not in found and name != avoiding:
            found.add(name)
            waiting += [to for source, to in arrows if source == name]
    return found


@given(ARROWS)
def test_a_result_can_be_had_wherever_one_of_its_ends_can_be_reached(arrows: Arrows) -> None:
    flow = Flow(process_of(arrows))
    for result, found in (("granted", flow.granting), ("refused", flow.refusing)):
        ends = {end for end in ENDS if ENDS[end] == result}
        assert flow.ends(result) == ends
        assert found - {START} == {name for name in (*STEPS, *ENDS) if walked(arrows, name) & ends}
    assert flow.only_refusing == set(STEPS) - flow.granting
    assert flow.reached == walked(arrows, "s0")


@given(ARROWS)
def test_an_arrow_leads_back_where_every_way_has_passed_its_target(arrows: Arrows) -> None:
    flow = Flow(process_of(arrows))
    for source, target in arrows:
        if source in flow.reached:
            passed = source == target or source not in walked(arrows, "s0", avoiding=target)
            assert flow.leads_back(source, target) == passed


@given(ARROWS, st.sets(st.sampled_from(STEPS), max_size=2), st.sampled_from(STEPS))
def test_arrows_into_ends_are_those_that_can_be_taken(
    arrows: Arrows, avoiding: set[str], first: str
) -> None:
    flow = Flow(process_of(arrows))
    ends = flow.ends("granted")
    open_ = [(source, to) for source, to in arrows if source not in avoiding]
    taken = [(a, b) for a, b in open_ if b in ends and a in walked(open_, first)]
    found = [(arrow.source, arrow.target) for arrow in flow.into(ends, avoiding, first)]
    assert sorted(found) == sorted(taken)
