"""What ``check`` passes, the pages print: sound data, changed at random, checked and printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.checks.check_all import check_company, stopping
from handbook.company.workshop import Workshop
from handbook.model.base import Key
from handbook.pages.content import Around
from handbook.pages.listing import pages_of
from handbook.printing.html import HtmlPrinter
from handbook.reading.library import CompanyFolder, Library
from handbook.reading.node import ListNode, MapNode, Node, ScalarNode, plain
from handbook.reading.tree import Tree
from handbook.words.problem import Place

COMPANY = "xingqiao-retail"
HERE = Place("changed.yml")
PLAIN_PAGES = ("rule", "reference")  # which show nothing of the data
NUMBERS = (0, 0.5, 1, 2, 3, 12, 31, 100, 365, 1200, 36_500)
DAYS = [date(y, m, d) for y, m, d in ((2000, 1, 1), (2026, 2, 28), (2026, 12, 31), (2100, 12, 31))]
TEXTS = ("direction LR", 'end"]; click a', "<b>&amp;</b>", "长" * 3000, "#" * 3000, "a\nb")
EXAMPLES = settings.default.max_examples * 3 // 10
Data = dict[str, Any]
Change = Callable[[st.DataObject, dict[Key, Data], Data], None]


def noded(value: Any) -> Node:
    """Plain data as if it had been read."""
    if isinstance(value, dict):
        return MapNode({k: noded(v) for k, v in value.items()}, dict.fromkeys(value, HERE), HERE)
    if isinstance(value, list):
        return ListNode(tuple(noded(item) for item in value), HERE)
    return ScalarNode(value, HERE)


def a_thing(data: st.DataObject, things: dict[Key, Data], kind: str) -> Data:
    return things[data.draw(st.sampled_from([key for key in things if key[0] == kind]))]


def value(data: st.DataObject, _: dict[Key, Data], company: Data) -> None:
    name = data.draw(st.sampled_from(sorted(company["values"])))
    company["values"][name] = data.draw(st.sampled_from([*NUMBERS, None]))


def day_of_effect(data: st.DataObject, _: dict[Key, Data], company: Data) -> None:
    company["effective_on"] = data.draw(st.sampled_from(DAYS))


def days_off(data: st.DataObject, _: dict[Key, Data], company: Data) -> None:
    """From a day on everything but a few days."""
    begin = date(2026, data.draw(st.sampled_from([1, 3, 12])), 1)
    days = [begin + timedelta(n) for n in range(data.draw(st.sampled_from([1, 30, 306, 800])))]
    kept = data.draw(st.sets(st.sampled_from(days), max_size=3))
    company["days_off"] = [day for day in days if day not in kept]


def contract(data: st.DataObject, _: dict[Key, Data], company: Data) -> None:
    company["contract_months"] = data.draw(st.sampled_from([1, 3, 12, 600]))
    kinds = ["fixed", "open_ended", "task", "part_time"]
    company["contract_type"] = data.draw(st.sampled_from(kinds))
    if data.draw(st.booleans()):
        company.pop("laws", None)


def text(data: st.DataObject, things: dict[Key, Data], _: Data) -> None:
    kind = data.draw(st.sampled_from(["role", "process", "family", "department", "actor"]))
    a_thing(data, things, kind)["name"] = data.draw(st.sampled_from(TEXTS))


def less(data: st.DataObject, things: dict[Key, Data], _: Data) -> None:
    """A field taken away."""
    thing = a_thing(data, things, data.draw(st.sampled_from(["role", "process", "policy", "form"])))
    thing.pop(data.draw(st.sampled_from(sorted(thing))))


def way(data: st.DataObject, things: dict[Key, Data], _: Data) -> None:
    """A step that leads somewhere else, or nowhere."""
    process = a_thing(data, things, "process")
    step = data.draw(st.sampled_from(process["steps"]))
    nodes = [one["id"] for one in (*process["steps"], *process["ends"])]
    step.pop("outcomes", None)
    step["next"] = data.draw(st.sampled_from([*nodes, None]))
    if step["next"] is None:
        del step["next"]


def more_steps(data: st.DataObject, things: dict[Key, Data], _: Data) -> None:
    """A step becomes many, one after the other."""
    steps = a_thing(data, things, "process")["steps"]
    place = data.draw(st.integers(0, len(steps) - 1))
    step, number = steps[place], data.draw(st.sampled_from([2, 39, 60, 1500]))
    ids = [*(f"more-{n}" for n in range(number)), step["id"]]
    same = {name: step[name] for name in ("actor", "within") if name in step}
    steps[place:place] = [
        {"id": before, "name": f"第{n}步", "next": after, **same}
        for n, (before, after) in enumerate(pairwise(ids))
    ]


def more_roles(data: st.DataObject, things: dict[Key, Data], _: Data) -> None:
    """A role becomes many."""
    role = a_thing(data, things, "role")
    for number in range(data.draw(st.sampled_from([2, 39, 60]))):
        identity = f"{role['id']}-{number}"
        things["role", identity] = {**role, "id": identity, "name": f"第{number}岗", "formerly": []}


CHANGES: tuple[Change, ...] = (
    value, day_of_effect, days_off, contract, text, less, way, more_steps, more_roles,
)  # fmt: skip


def library_of(real: Library, data: st.DataObject, changes: list[Change]) -> Library:
    """The real library with some changes to base and company."""
    folder = real.companies[COMPANY]
    assert folder.node is not None
    company: Any = plain(folder.node)
    kinds = ("role", "process", "policy", "form", "family", "department", "actor")
    before: Any = {key: plain(node) for key, node in real.base.things.items() if key[0] in kinds}
    things: Any = {key: plain(node) for key, node in real.base.things.items() if key[0] in kinds}
    for change in changes:
        change(data, things, company)
    made = {key: noded(thing) for key, thing in things.items() if before.get(key) != thing}
    node = noded(company)
    assert isinstance(node, MapNode)
    base = Tree({**real.base.things, **made})  # type: ignore[dict-item]
    return Library(
        real.folder, real.label, base, {COMPANY: CompanyFolder(COMPANY, node, folder.overlay, ())}
    )


def printed(library: Library, edition: Any) -> int:
    """How many pages were printed; none if the check does not pass."""
    book, problems = check_company(Workshop(library), COMPANY, draft=True)
    if book is None or stopping(problems, draft=True):
        return 0
    pages = pages_of(book, "zh", edition, Around(problems))
    shown = [page for page in pages if page.kind not in PLAIN_PAGES]
    for page in shown:
        HtmlPrinter("zh", "../").blocks(page.view)
    return len(shown)


def test_what_check_passes_is_printed(real_library: Library) -> None:
    pages: list[int] = []

    @settings(max_examples=EXAMPLES, derandomize=False)
    @given(data=st.data())
    def each(data: st.DataObject) -> None:
        changes = data.draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3))
        pages.append(printed(library_of(real_library, data, changes), "hr"))

    each()
    assert sum(map(bool, pages)) > EXAMPLES / 3  # the others did not pass the check
