"""What stands on a page of each kind, part by part; which pages there are; what the search knows.

The small handbook has each page as HR sees it, the tests' policy those that say more there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from outline import outline

from handbook.authoring.reference import reference
from handbook.company.book import Handbook
from handbook.pages.content import Around
from handbook.pages.layout.reference import reference_page
from handbook.pages.listing import Page, pages_of
from handbook.pages.search.knowledge import entries_of, knowledge
from handbook.pages.views.values import Neighbour
from handbook.pages.writer import Writer
from handbook.words.problem import Accepted, Place, Problem
from handbook.words.text import Text

Golden = Callable[[str, str], None]
OWN = "policy_data/companies/acme/company.yml"
FOUND = Problem("HB204", Place("policy_data/duties.yml", 3, 5), {"id": "A b"})
OPEN = Problem(
    "HB601", Place(OWN, 3), {"name": "值"}, severity="unchecked", reason="unchecked.open"
)
FINDINGS = (
    FOUND,
    replace(FOUND, accepted=Accepted(Text("经批准"), date(2027, 1, 2))),
    replace(FOUND, severity="warning"),
    OPEN,
    replace(OPEN, code="HB603"),
)
ALIKE = ("roles/lead/", "compare/lead--senior/")  # as those of the junior
RETAIL = (
    "",
    "careers/",
    "careers/operations-service/",
    "compare/supervisor--manager/",
    "dates/",
    "roles/operations-service-specialist/",
    "roles/service-director/",
    "processes/confirmation/",
    "policies/promotion-policy/",
    "forms/confirmation-application/",
    "scripts/enquiry-call/",
    "scripts/enquiry-reply-mail/",
    "departments/call-centre/",
    "glossary/",
    "report/",
)


def at(pages: Iterable[Page], path: str) -> Page:
    return next(page for page in pages if page.path == path)


def file_of(company: str, path: str) -> str:
    return f"pages/{company}/{path.strip('/').replace('/', '.') or 'home'}.txt"


@pytest.fixture(scope="module")
def pages(book: Handbook) -> tuple[Page, ...]:
    """Every page of the small handbook, with findings and another company beside it."""
    values = {
        **book.values,
        "apply_days": replace(book.values["apply_days"], raw=7),
        "csat_score": replace(book.values["csat_score"], raw=None),
    }
    beside = Neighbour("另一公司", values, frozenset({"roles/junior/index.html"}))
    return pages_of(book, "zh", "hr", Around(FINDINGS, {"beta": beside}))


def test_pages_of_the_small_handbook(pages: tuple[Page, ...], golden: Golden) -> None:
    shown = [page for page in pages if page.kind not in ("reference", "rule")]
    for page in (*shown, at(pages, "rules/hb601/")):
        if page.path in ALIKE:
            continue
        golden(file_of("acme", page.path), outline(page.view))


def test_the_fields_of_a_kind(book: Handbook, golden: Golden) -> None:
    (duty,) = (part for part in reference(book.written, "zh") if part.name == "duty")
    golden(file_of("acme", "reference/"), outline(reference_page(Writer(book, "zh"), (duty,))))


@pytest.mark.parametrize("path", RETAIL)
def test_pages_of_the_tests_policy(
    path: str, real_books: dict[str, Handbook], golden: Golden
) -> None:
    page = at(pages_of(real_books["xingqiao-retail"], "zh", "hr"), path)
    golden(file_of("xingqiao-retail", path), outline(page.view))


def test_which_pages_there_are(
    pages: tuple[Page, ...], real_books: dict[str, Handbook], golden: Golden
) -> None:
    lists = {"acme": pages, "xingqiao-retail": pages_of(real_books["xingqiao-retail"], "zh")}
    unseen: dict[str, Any] = dict.fromkeys(("writer", "around", "source"))
    for company, listed in lists.items():
        found = "\n".join(outline((replace(page, **unseen),)) for page in listed)
        golden(f"pages/{company}/pages.txt", found.replace(" writer=None around=None", ""))


def test_what_the_search_knows(pages: tuple[Page, ...], book: Handbook, golden: Golden) -> None:
    shown = [page for page in pages if page.section != "hr"]
    docs = entries_of((page, page.words) for page in shown)
    known = knowledge(docs, book, tuple(shown), "zh")
    del known["words"][-1]  # as others cut and read Chinese: test_search.py
    words = [known[name] for name in ("kinds", "groups", "words", "entries", "say")]
    answers = [[docs[number]["location"], *told] for number, *told in known["answers"]]
    entries = [{name: held for name, held in doc.items() if name != "lines"} for doc in docs]
    told = (json.dumps(one, ensure_ascii=False) for one in (*words, *answers, *entries))
    golden("pages/acme/search.txt", "\n".join(told))
