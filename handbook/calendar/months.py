"""Months by the calendar: the one rule for terms that are counted in months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from math import ceil


def last_day(start: date, months: int) -> date:
    """The last day of a term of ``months`` whole months, of which ``start`` is the first day.

    It is the day before the day of the same number; where the month has no such day, it is the
    last day of that month: from 28 January one month lasts until 27 February, from 29, 30 and
    31 January until the end of February (28 or 29). Zero months end on the day before ``start``.
    """
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    if start.day > (length := monthrange(year, month)[1]):
        return date(year, month, length)
    return date(year, month, start.day) - timedelta(1)


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_of_years(years: int | float) -> int:
    """Whole months of a number of years; a part of a month counts as a month."""
    return ceil(round(years * 12, 6))
