"""What may stand in files that nobody can read, and what their changes may hit."""

from __future__ import annotations

from handbook.company.book import Gaps
from handbook.reading.tree import EVERY


def test_a_file_of_one_thing_leaves_that_thing_open_and_one_of_many_all_of_its_kind() -> None:
    keys = frozenset({("role", "lead"), ("duty", EVERY)})
    asked = [("role", "lead"), ("role", "night"), ("duty", "coach"), ("metric", "csat")]
    expected = [True, False, True, False]
    assert [Gaps(unread=keys).may_hold(key) for key in asked] == expected
    assert [Gaps(changes=keys).may_change(key) for key in asked] == expected
    assert not any(Gaps(unread=keys).may_change(key) for key in asked)
    assert not any(Gaps(changes=keys).may_hold(key) for key in asked)
