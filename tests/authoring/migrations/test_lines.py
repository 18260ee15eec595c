"""A change is made in a text that looks otherwise, and touches nothing else there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handbook.authoring.migrations.lines import changed

TEXTS = st.lists(st.sampled_from("abcd"), max_size=12)


def text(own: list[str], before: list[str], after: list[str]) -> list[str]:
    lines = changed(own, before, after)
    assert all(number is None or own[number] == line for line, number in lines)
    return [line for line, _ in lines]


@given(TEXTS, TEXTS)
def test_without_a_change_nothing_changes(own: list[str], before: list[str]) -> None:
    assert text(own, before, before) == own


@given(TEXTS, TEXTS)
def test_what_looks_the_same_becomes_what_is_wanted(before: list[str], after: list[str]) -> None:
    assert text(before, before, after) == after


@given(TEXTS, st.data())
def test_other_looks_stay_where_nothing_changes(before: list[str], data: st.DataObject) -> None:
    """Each line with blanks of its own; some are taken away, some are new."""
    own = [line + " " * data.draw(st.integers(0, 2)) for line in before]
    numbered = [f"{line}{number}" for number, line in enumerate(before)]
    looks = [f"{line}{number}" for number, line in enumerate(own)]
    gone = data.draw(st.sets(st.integers(0, 11)))
    after = [line for n, line in enumerate(numbered) if n not in gone]
    assert text(looks, numbered, after) == [x for n, x in enumerate(looks) if n not in gone]
