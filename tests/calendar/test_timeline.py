"""The longest way through a process, with and without returns, and the days on which it falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handbook.calendar.routes import Length, Segment, Unit, _longest, longest_route
from handbook.calendar.timeline import DatedSegment, _search, checked_years, dated, timeline
from handbook.calendar.working_days import Calendar, NotPublished
from handbook.checks.laws.cn.calendar_and_limits import PUBLISHED
from handbook.company.book import Handbook

WORK = {n: Length(n, "working_days") for n in range(40)}


UNITS: tuple[tuple[int, Unit], ...] = (
    (5, "working_days"), (7, "days"), (12, "months"), (365, "days"),
)  # fmt: skip


def longest(
    forward: list[tuple[int, ...]],
    days: list[int],
    goals: set[int],
    limited: tuple[tuple[int, int, int], ...] = (),
    *,
    applied: bool = False,
) -> tuple[list[int], int]:
    """Steps of the longest walk and its working days."""
    lengths = tuple(WORK[day] for day in days)
    walk = _longest(tuple(forward), limited, lengths, frozenset(goals), applied)
    return [node for node, _ in walk], sum(length.number for _, length in walk)


@pytest.mark.parametrize(
    ("forward", "days", "goals", "limited", "expected"),
    [
        # a chain 0 → 1 → 2 → end 3
        ([(1,), (2,), (3,)], [2, 3, 5], {3}, (), ([0, 1, 2], 10)),
        # the longer of two branches, whichever is named first
        ([(1, 2), (3,), (3,)], [1, 2, 4], {3}, (), ([0, 2], 5)),
        ([(2, 1), (3,), (3,)], [1, 4, 2], {3}, (), ([0, 1], 5)),
        # a return once, twice
        ([(1,), (2,), (3,)], [2, 3, 5], {3}, ((1, 0, 1),), ([0, 1, 0, 1, 2], 15)),
        ([(1,), (2,), (3,)], [2, 3, 5], {3}, ((1, 0, 2),), ([0, 1, 0, 1, 0, 1, 2], 20)),
        # a step returned to itself
        ([(1,), (2,)], [1, 4], {2}, ((1, 1, 2),), ([0, 1, 1, 1], 13)),
        # two returns that lie inside each other
        (
            [(1,), (2,), (3,)], [2, 3, 5], {3}, ((1, 0, 1), (2, 1, 1)),
            ([0, 1, 0, 1, 2, 1, 2], 23),
        ),
        # the way with a return is longer than the one that is longer without
        ([(1, 2), (3,), (3,)], [1, 6, 4], {3}, ((2, 0, 2),), ([0, 2, 0, 2, 0, 1], 17)),
        # a step that only a limited branch leads to
        ([(1,), (3,), (1,)], [1, 2, 4], {3}, ((1, 2, 1),), ([0, 1, 2, 1], 9)),
        # an endless loop without a limit is not taken
        ([(1,), (0, 2)], [1, 2], {2}, (), ([0, 1], 3)),
        # no way to a goal
        ([(1,), ()], [1, 2], {2}, (), ([], 0)),
        # a goal in the middle counts with its own days, the way beyond does not
        ([(1,), (2,), (3,)], [2, 3, 5], {1}, (), ([0, 1], 5)),
    ],
)  # fmt: skip
def test_longest_walk(
    forward: list[tuple[int, ...]],
    days: list[int],
    goals: set[int],
    limited: tuple[tuple[int, int, int], ...],
    expected: tuple[list[int], int],
) -> None:
    assert longest(forward, days, goals, limited) == expected


def test_lengths_of_all_units_are_compared_by_the_days_that_they_take() -> None:
    weights = [Length(n, unit).weight for n, unit in UNITS]
    assert weights[0] == weights[1]
    assert weights[2] == pytest.approx(weights[3], rel=0.001)
    lengths = (WORK[0], Length(6, "working_days"), Length(8, "days"))  # eight or ten days
    walk = _longest(((1, 2), (3,), (3,)), (), lengths, frozenset({3}), False)
    assert [node for node, _ in walk] == [0, 1]


def test_the_application_takes_no_time_at_first_but_when_it_comes_back() -> None:
    chain, days = [(1,), (2,)], [3, 2]
    assert longest(chain, days, {2}, applied=True) == ([0, 1], 2)
    assert longest(chain, days, {2}, ((1, 0, 1),), applied=True) == ([0, 1, 0, 1], 7)


def test_many_returns_are_answered_in_time() -> None:
    size = 30
    forward = [(node + 1,) for node in range(size)]
    limited = tuple((node, node - 1, 3) for node in range(1, size))
    walk, days = longest(forward, [1] * size, {size}, limited)
    assert walk[0] == 0
    assert walk[-1] == size - 1
    assert days > size


def test_a_long_chain_is_no_problem() -> None:
    size = 5000
    walk, _ = longest([(node + 1,) for node in range(size)], [1] * size, {size})
    assert len(walk) == size


# —— dates ——

CALENDAR = Calendar(PUBLISHED)


def test_segments_by_date_stop_where_the_calendar_ends() -> None:
    way = (Segment("a", WORK[2]), Segment("b", Length(10, "days")), Segment("c", WORK[3]))
    assert dated(CALENDAR, way, date(2026, 9, 29)) == (
        DatedSegment("a", date(2026, 9, 29), date(2026, 10, 8)),
        DatedSegment("b", date(2026, 10, 8), date(2026, 10, 18)),
        DatedSegment("c", date(2026, 10, 18), date(2026, 10, 21)),
    )
    late = dated(CALENDAR, way, date(CALENDAR.last, 12, 18))
    assert [segment.step for segment in late] == ["a", "b"]


def needed_by_trying(lengths: tuple[Length, ...], year: int) -> int:
    """The least calendar days, one date and one day at a time."""
    needed = 0
    end = date(year, 1, 1)
    while end.year == year:
        day = end - timedelta(needed)
        try:
            for length in lengths:
                day = length.after(day, CALENDAR)
            late = day > end
        except NotPublished:
            late = True
        if late:
            needed += 1
        else:
            end += timedelta(1)
    return needed


@pytest.mark.parametrize(
    "lengths",
    [
        (WORK[10],),
        (WORK[2], WORK[3], WORK[5], WORK[3]),
        (WORK[30],),
        (Length(10, "days"),),
        (WORK[5], Length(7, "days"), WORK[5]),
        (Length(1, "months"),) * 12,  # may last a day longer than twelve months at once
        (WORK[0],),
    ],
)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_days_needed_are_the_least(lengths: tuple[Length, ...], year: int) -> None:
    needed, _ = _search(CALENDAR, lengths, Length(7, "days"), (year, year))
    assert needed == needed_by_trying(lengths, year)


def test_the_fourth_source_always_comes_too_late() -> None:
    """Apply a week before the end, 2 + 3 + 5 working days: 4 to 14 days late, 11 to 21 needed."""
    way = (WORK[2], WORK[3], WORK[5])
    needed, worst = _search(CALENDAR, way, Length(7, "days"), (2026, 2026))
    assert needed == 21
    assert worst is not None
    late = []
    for offset in range(365):
        end = date(2026, 1, 1) + timedelta(offset)
        try:
            decided = CALENDAR.add_working_days(end - timedelta(7), 10)
        except NotPublished:
            continue
        late.append(((decided - end).days, end))
    assert (min(late)[0], max(late)[0]) == (4, 14)
    assert max(days for days, _ in late) == next(days for days, end in late if end == worst)


def test_own_days_off_count() -> None:
    off = Calendar(PUBLISHED, [date(2026, 6, day) for day in range(1, 31)])
    plain = _search(CALENDAR, (WORK[5],), Length(14, "days"), (2026, 2026))[0]
    assert _search(off, (WORK[5],), Length(14, "days"), (2026, 2026))[0] > plain + 20


# —— the example companies ——


def test_every_decision_of_the_examples_is_in_time(filled_books: dict[str, Handbook]) -> None:
    for company, book in filled_books.items():
        for identity in ("confirmation", "director-confirmation"):
            line = timeline(book, book.processes[identity])
            assert line is not None
            assert line.in_time, (company, identity)
            assert line.worst is not None
            assert line.worst.days_late is not None
            assert line.worst.days_late <= 0
            assert len(line.long) > len(line.short) > 0
            assert line.years == (2026, 2026)
            assert line.unpublished == line.calendar.last + 1


def test_the_way_of_a_real_process(filled_books: dict[str, Handbook]) -> None:
    book = filled_books["yihe-elder-care"]
    line = timeline(book, book.processes["confirmation"])
    assert line is not None
    assert [s.step for s in line.short] == [
        "apply", "superior-review", "department-review", "interview", "hr-review",
        "union-notice", "talk",
    ]  # fmt: skip
    assert sum(s.length.number for s in line.short) == 15
    assert sum(s.length.number for s in line.long) == 30
    assert line.needed == 49
    case = line.case(date(2026, 11, 30))
    assert case.segments[0].begins == case.applied
    assert case.segments[-1].ends == case.decided
    for before, after in zip(case.segments, case.segments[1:], strict=False):
        assert before.ends == after.begins
    short = line.case(date(2026, 11, 30), returns=False)
    assert short.decided is not None
    assert case.decided is not None
    assert short.decided < case.decided <= case.end


def test_a_year_without_a_calendar_gives_no_date(filled_books: dict[str, Handbook]) -> None:
    book = filled_books["xingqiao-retail"]
    line = timeline(book, book.processes["confirmation"])
    assert line is not None
    with pytest.raises(NotPublished):
        line.calendar.add_working_days(date(line.unpublished, 1, 1), 1)
    case = line.case(date(line.unpublished, 2, 20))
    assert case.decided is None
    assert case.days_late is None


def test_days_to_apply_that_no_calendar_reaches_leave_nothing_to_show(
    filled_books: dict[str, Handbook],
) -> None:
    book = filled_books["xingqiao-retail"]
    closes = replace(book.values["apply_closes_days"], raw=36_500)
    parameter = closes.parameter.model_copy(update={"type": "working_days"})
    values = {**book.values, "apply_closes_days": replace(closes, parameter=parameter)}
    line = timeline(replace(book, values=values), book.processes["confirmation"])
    assert line is not None
    assert (line.closes, line.worst) == (Length(36_500, "working_days"), None)


def test_only_a_process_with_a_fixed_end_has_a_timeline(filled_books: dict[str, Handbook]) -> None:
    book = filled_books["xingqiao-retail"]
    assert timeline(book, book.processes["promotion"]) is None
    for field in ("start", "must_end_by"):
        process = book.processes["confirmation"].model_copy(update={field: None})
        assert timeline(book, process) is None
    way = longest_route(book, book.processes["promotion"], returns=True, until_decision=False)
    assert way is not None
    assert way[0] == Segment("apply", Length(10, "working_days"))
    assert way[-1].step == "training"


def test_open_values_give_no_timeline(real_books: dict[str, Handbook]) -> None:
    blank = real_books["blank-company"]
    assert timeline(blank, blank.processes["confirmation"]) is None


def test_the_years_begin_with_the_handbook(filled_books: dict[str, Handbook]) -> None:
    years = {c: checked_years(book, CALENDAR) for c, book in filled_books.items()}
    # effective in a year without a calendar: the last published one stands in
    assert years["lancheng-service-desk"] == (CALENDAR.last, CALENDAR.last)
