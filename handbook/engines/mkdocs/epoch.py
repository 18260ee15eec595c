"""The day that a site is dated with."""

from __future__ import annotations

import os
import re
from calendar import timegm
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from mkdocs.exceptions import ConfigurationError

from handbook.words.catalogue import say
from handbook.words.terminal import clean

_EPOCH = "SOURCE_DATE_EPOCH"
_LAST = 2**32 - 1  # what the compressed sitemap can hold


def check_epoch(lang: str) -> None:
    """Raise ConfigurationError if SOURCE_DATE_EPOCH is set to what is no moment."""
    given = os.environ.get(_EPOCH, "0")
    if not re.fullmatch(r"[0-9]{1,10}", given) or int(given) > _LAST:
        facts = {"name": _EPOCH, "value": clean(given), "last": _LAST}
        raise ConfigurationError(say("config.epoch", lang, **facts))


@contextmanager
def dated(day: date | None) -> Iterator[None]:
    """SOURCE_DATE_EPOCH from the handbook's own day, unless somebody has set it."""
    if _EPOCH in os.environ:
        yield
        return
    os.environ[_EPOCH] = str(timegm((day or date(2000, 1, 1)).timetuple()))
    try:
        yield
    finally:
        del os.environ[_EPOCH]
