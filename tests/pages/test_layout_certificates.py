"""Which certificates the page lists, and that there is none without any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outline import outline
from tree import every, pages

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.blocks import Table, text_of
from handbook.pages.listing import Page, pages_of
from handbook.pages.views.certificates import certificate_rows
from handbook.reading.library import load

GOOD = "  certificate: {issuer: 人社局, level: 中级, valid_for: tenure_junior}\n"
SPARE = "  certificate: {issuer: 协会}\n"


def with_certificates(data: Path, certificates: dict[str, str]) -> Handbook:
    path = data / "requirements.yml"
    text = path.read_text(encoding="utf-8")
    for identity, certificate in certificates.items():
        assert f"- id: {identity}\n" in text
        text = text.replace(f"- id: {identity}\n", f"- id: {identity}\n{certificate}")
    path.write_text(text, encoding="utf-8")
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    return books["acme"]


def page_of(book: Handbook, lang: str = "zh") -> Page | None:
    return next((p for p in pages_of(book, lang) if p.kind == "certificates"), None)


def table_of(page: Page | None) -> list[list[str]]:
    assert page is not None
    (table,) = every(page.view, Table)
    rows = [[text_of(cell.line) for cell in row.cells] for row in table.rows]
    return [[text_of(line) for line in table.head], *rows]


def test_each_certificate_with_the_roles_that_ask_for_it(
    data: Path, golden: Callable[[str, str], None]
) -> None:
    page = page_of(with_certificates(data, {"patience-1": GOOD, "patience-2": SPARE}))
    assert page is not None
    assert (page.path, page.title, page.section, page.in_menu) == (
        "certificates/", "证书", None, True,
    )  # fmt: skip
    golden("pages/acme/certificates.txt", outline(page.view))


def test_without_a_level_there_is_no_column_of_levels(data: Path) -> None:
    page = page_of(with_certificates(data, {"patience-1": SPARE}), "en")
    head, row = table_of(page)
    assert head == ["What is asked", "Issued by", "Valid for", "Asked by"]
    assert row[1:3] == ["协会", "for good"]
    assert page is not None
    assert {"roles/junior/"} <= set(pages(page.view))


def test_no_page_without_a_certificate(book: Handbook) -> None:
    assert page_of(book) is None


@pytest.mark.parametrize(
    ("asking", "roles"),
    [
        ("", []),
        ("requirements: [licence]\n", ["night"]),
        ("confirmation: {process: promotion, requirements: [licence]}\n", ["night"]),
        ("paths: [{to: senior, type: transfer, requirements: [licence]}]\n", ["night"]),
    ],
)
def test_a_role_asks_by_itself_after_probation_or_on_a_way(
    data: Path, asking: str, roles: list[str]
) -> None:
    path = data / "requirements.yml"
    more = "- id: licence\n  category: knowledge\n  text: 持有上岗证\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    role = data / "roles" / "night.yml"
    text = role.read_text(encoding="utf-8").replace("requirements: [patience-2]\n", "")
    role.write_text(text + asking, encoding="utf-8")
    rows = certificate_rows(with_certificates(data, {"licence": SPARE}))
    assert [list(row.roles) for row in rows] == ([roles] if roles else [])
