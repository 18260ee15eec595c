"""Working days: Monday to Friday, or as the company's country has published them, less days off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate

from handbook.company.book import Handbook
from handbook.company.days_and_limits import PublishedDays

# Without a country: longer than any term that begins on a day that can be typed
_EVERY_YEAR = PublishedDays(1960, 2159, frozenset(), frozenset(), said="dates.how.steps")


class NotPublished(Exception):
    """The country has published no calendar for that year: nothing is guessed."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no calendar of working days for {year}")
        self.year = year


class Calendar:
    """Counts working days; the sums are made once, so that each question costs next to nothing.

    ``days_off`` are days on which a company does not work though others do. Without ``published``
    people work from Monday to Friday in every year.
    """

    def __init__(self, published: PublishedDays | None, days_off: Iterable[date] = ()) -> None:
        known, off = published or _EVERY_YEAR, frozenset(days_off)
        self.first, self.last = known.first, known.last
        self._begin = date(self.first, 1, 1).toordinal()
        days = [
            date.fromordinal(day)
            for day in range(self._begin, date(self.last, 12, 31).toordinal() + 1)
        ]
        works = [known.works(day) and day not in off for day in days]
        self._sums = list(accumulate(works))
        self._working = [day for day, is_working in zip(days, works, strict=True) if is_working]
        self._special = sorted(known.holidays | known.workdays | off)

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
        return tuple(
            day for day in self._special
            if day.year in self.years and self.is_working_day(day) != (day.weekday() < 5)
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


def calendar_of(book: Handbook) -> Calendar:
    """The calendar of a company; shared by those of one country that have the same days off."""
    return _calendar(book.country.published, book.company.days_off)


@lru_cache(maxsize=64)
def _calendar(published: PublishedDays | None, days_off: tuple[date, ...]) -> Calendar:
    return Calendar(published, days_off)
