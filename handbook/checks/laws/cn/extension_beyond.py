"""A probation is never extended beyond the cap."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.laws.cn.contract import cap, unknown
from handbook.checks.laws.cn.extensions import about, extensions, unread_extensions
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.words.catalogue import Count


def find(book: Handbook) -> Iterator[Told]:
    """HB704: the extension leads beyond the cap."""
    most = cap(book)
    yield from unread_extensions(book)
    for key, path, total in extensions(book):
        if most is not None and total is not None and total > most:
            facts = {"total": Count(total), "cap": most}
            yield Finding("HB704", key, path, facts, about=about(book))
            continue
        if total is None:
            yield NotChecked("no-length", key, path)
        yield from unknown(book)


RULE = Rule("HB704", find, source=Source("law.cn.19", LABOUR_CONTRACT))
