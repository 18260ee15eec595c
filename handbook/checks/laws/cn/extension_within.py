"""Whether a probation may be extended within the cap is at the courts' discretion."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.contract import cap
from handbook.checks.laws.cn.extensions import about, extensions, unread_extensions
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook


def find(book: Handbook) -> Iterator[Told]:
    """HB705: any other extension."""
    most = cap(book)
    yield from unread_extensions(book)
    for key, path, total in extensions(book):
        if most is None or total is None or total <= most:
            yield Finding("HB705", key, path, about=about(book))


RULE = Rule("HB705", find, "warning", Source("law.cn.19", LABOUR_CONTRACT))
