"""A background check names all that must be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.background_checks import checks, unread_checks
from handbook.checks.laws.cn.statutes import PERSONAL_INFORMATION
from handbook.checks.laws.cn.words import texts
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Phrase

_ALL = re.compile("")
_NAMED = {
    "purpose": re.compile("目的|用途"),
    "scope": re.compile("范围|只查|与岗位有关"),
    "basis": re.compile("依据"),
    "retention": re.compile("保存期|保存[^，。；]{0,4}(年|月|天|期)|保留期|删除"),
    "consent": re.compile("单独同意"),
}


def find(book: Handbook) -> Iterator[Told]:
    """HB721: a step that checks a background without all that must be told."""
    yield from unread_checks(book)
    for identity, process, index, step, path in checks(book):
        told = "".join(text for _, text in texts(book, step, _ALL))
        told += "".join(text for where, text in texts(book, process, _ALL) if where[0] == "notes")
        missing = next((part for part, words in _NAMED.items() if not words.search(told)), None)
        if missing is not None:
            facts = {
                "step": Wording(process.steps[index].name, book),
                "missing": Phrase(f"check.{missing}"),
            }
            yield Finding("HB721", ("process", identity), path, facts)


RULE = Rule("HB721", find, source=Source("law.cn.pipl.13", PERSONAL_INFORMATION))
