"""Who is not confirmed hears the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import NotChecked, Told
from handbook.checks.laws.cn.refusals import confirmations, missing, says, unread_steps
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording

_TOLD = re.compile(
    r"(说明|告知|送达|反馈|写明|通知)[^，。；]{0,12}(理由|原因|依据)|(理由|原因)[^，。；]{0,6}(告知|通知|送达)"
)
_HINT = re.compile("理由|原因|依据")


def find(book: Handbook) -> Iterator[Told]:
    """HB714: from the decision to the refusal without a step that tells the reasons."""
    for identity, process in confirmations(book):
        if unable := unread_steps(book, identity, _HINT):
            yield from unable
            continue
        if not any(step.decides for step in process.steps):
            facts = {"name": Wording(process.name, book)}
            yield NotChecked("no-decision", ("process", identity), ("steps",), facts)
        telling = {str(step.id) for step in process.steps if says(book, step, _TOLD, _HINT)}
        for step in process.steps:
            if step.decides:
                yield from missing(book, "HB714", identity, telling - {step.id}, str(step.id))


RULE = Rule("HB714", find, source=Source("law.cn.21", LABOUR_CONTRACT))
