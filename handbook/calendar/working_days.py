"""Working days in China as published year by year, less a company's own days off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate

from chinese_calendar.constants import holidays, workdays


class NotPublished(Exception):
    """The State Council has published no calendar for that year (未公布): nothing is guessed."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no calendar of working days for {year}")
        self.year = year


class Calendar:
    """Counts working days; the sums are made once, so that each question costs next to nothing.

    ``days_off`` are days on which a company does not work though others do.
    """

    def __init__(self, days_off: Iterable[date] = ()) -> None:
        off = frozenset(days_off)
        self.first, self.last = _covered()
        self._begin = date(self.first, 1, 1).toordinal()
        days = [
            date.fromordinal(day)
            for day in range(self._begin, date(self.last, 12, 31).toordinal() + 1)
        ]
        works = [_is_published_as_working(day) and day not in off for day in days]
        self._sums = list(accumulate(works))
        self._working = [day for day, is_working in zip(days, works, strict=True) if is_working]

    @property
    def years(self) -> range:
        """The years whose calendar is published."""
        return range(self.first, self.last + 1)

    def is_working_day(self, day: date) -> bool:
        """Whether people work on ``day``. Raises NotPublished."""
        return self.working_days(day - timedelta(1), day) == 1

    @cached_property
    def exceptions(self) -> tuple[date, ...]:
        """The days of ``years`` that differ from working on Monday to Friday, in order."""
        days = range(self._begin, self._begin + len(self._sums))
        return tuple(
            day for day in map(date.fromordinal, days)
            if self.is_working_day(day) != (day.weekday() < 5)
        )  # fmt: skip

    def working_days(self, after: date, until: date) -> int:
        """How many working days lie after ``after``, up to and including ``until``.

        Raises NotPublished.
        """
        return self._sum(until) - self._sum(after)

    def add_working_days(self, day: date, number: int) -> date:
        """The ``number``-th working day after ``day``; before it if negative. Raises NotPublished.

        0 gives ``day`` itself, whether or not it is a working day.
        """
        if number == 0:
            return day
        position = self._sum(day) + number - 1
        if number < 0:  # the day itself does not count
            position = self._sum(day - timedelta(1)) + number
        if position >= len(self._working):
            raise NotPublished(self.last + 1)
        if position < 0:
            raise NotPublished(self.first - 1)
        return self._working[position]

    def _sum(self, day: date) -> int:
        index = day.toordinal() - self._begin
        if index == -1:  # the eve of the first day
            return 0
        if not 0 <= index < len(self._sums):
            raise NotPublished(day.year)
        return self._sums[index]


@lru_cache(maxsize=64)
def calendar_of(days_off: tuple[date, ...] = ()) -> Calendar:
    """The calendar of a company with these days off; shared by companies that have the same."""
    return Calendar(days_off)


def _covered() -> tuple[int, int]:
    return min(holidays).year, max(holidays).year


def _is_published_as_working(day: date) -> bool:
    return day in workdays or (day.weekday() < 5 and day not in holidays)
