"""What a rule reports: a path into the data, never a line; a finding, or that it can't judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.model.base import FieldPath, Key
from handbook.words.problem import Place

COMPANY: Key = ("company", "")
DAYS_OFF: Key = ("company", "days_off")  # of what is counted in days; see Finding.about


@dataclass(frozen=True, slots=True)
class Finding:
    """``path`` inside the thing ``key``; COMPANY as key means company.yml.

    ``at`` is for the one thing that has no path any more: what a company took away. ``about`` are
    other things that it hangs on, with fields of company.yml as ("company", field) and values as
    ("value", parameter): it is not told while one of them is wrong itself.
    """

    code: str
    key: Key
    path: FieldPath = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    near: tuple[str, ...] = ()
    of_key: bool = False
    at: Place | None = None
    about: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class NotChecked:
    """That a rule has something to judge and can't: what it needs is missing at ``path``.

    ``reason`` is the catalogue's key below ``unchecked.``; its ``facts`` should not name the rule:
    rules that lack the same are told together. A rule that has nothing to judge says nothing.
    """

    reason: str
    key: Key
    path: FieldPath = ()
    facts: Mapping[str, object] = field(default_factory=dict)


Told = Finding | NotChecked
