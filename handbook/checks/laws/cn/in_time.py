"""The decision falls on or before the last day of probation, else the employee is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB713: no last day, or one that refuses by itself; HB509 tells a missing timer."""
    for identity, process in book.processes.items():
        if process.type != "confirmation":
            continue
        facts = {"name": Wording(process.name, book)}
        if process.must_end_by != "probation_end":
            yield Finding("HB713", ("process", identity), ("type",), facts)
        refused = flow_of(process).ends("refused")
        if all(timer.to in refused for timer in process.timers):  # HB513 tells where they differ
            for index in range(len(process.timers)):
                yield Finding("HB713", ("process", identity), ("timers", index, "to"), facts)


RULE = Rule("HB713", find, source=Source("law.cn.21-39", LABOUR_CONTRACT))
