"""Pages in a language of its own letters: none says anything in another.

``tests/site/test_site_pseudo.py`` looks at whole sites; this is the part that needs none.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from languages import PSEUDO, mark, pseudo_strings, read_elsewhere, speaking
from places import POLICY

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.blocks import Code, Data, Figure, Shown, Toned
from handbook.pages.listing import pages_of
from handbook.pages.search.answers import answers
from handbook.reading.library import load

COMPANY = "xingqiao-retail"
SAID = ("text", "label", "title", "name")
LABELS = re.compile(r'"([^"]*)"|acc(?:Title|Descr): (.*)|^\d+\. (.*) :')
ENTITY = re.compile(r"#\d+;|<br/>")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Handbook, set[str]]]:
    """A company whose every text is in PSEUDO, too, and what of its data has no language."""
    folder = tmp_path_factory.mktemp("pages")
    others = [path.name for path in (POLICY / "companies").iterdir() if path.name != COMPANY]
    data = shutil.copytree(POLICY, folder / "data", ignore=shutil.ignore_patterns(*others))
    words = mark(Path(data))
    with speaking(folder / "catalogue") as speak:
        speak(PSEUDO, pseudo_strings())
        books, problems = check_companies(load(data), [COMPANY])
        assert problems == ()
        yield books[COMPANY], words


def said(part: Any) -> Iterator[str]:
    """Every text that a page shows or says to those who can't see it."""
    if isinstance(part, Figure):
        yield part.title
        yield from part.tools.values()
        for line in part.source.splitlines():
            yield from (ENTITY.sub(" ", "".join(found)) for found in LABELS.findall(line))
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from said(one)
    elif is_dataclass(part) and not isinstance(part, (Code, Data)):
        if isinstance(part, Toned) and part.tone == "code":
            return
        for one in fields(part):
            held = getattr(part, one.name)
            if not isinstance(held, str):
                yield from said(held)
            elif one.name in SAID and (one.name != "name" or isinstance(part, Shown)):
                yield held


def test_every_page_is_in_the_language_of_the_site(written: tuple[Handbook, set[str]]) -> None:
    book, words = written
    for page in pages_of(book, PSEUDO, "hr"):
        if page.kind not in ("reference", "rule"):  # they show fields and examples as typed
            texts = [page.title, page.description, page.group or "", *said(page.view)]
            strange = [text for text in texts if read_elsewhere(text, words)]
            assert (page.path, strange) == (page.path, [])


def test_answers_are_in_the_language_of_the_site(written: tuple[Handbook, set[str]]) -> None:
    book, words = written
    for one in answers(book, PSEUDO):
        texts = (one.text, one.about, *one.names)
        assert [text for text in texts if read_elsewhere(text, words)] == []
