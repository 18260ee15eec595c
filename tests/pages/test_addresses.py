"""Addresses: of pages, from page to page, and those that pages had before."""

from __future__ import annotations

from pathlib import Path

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.addresses import former_paths, page_path, relative, target_of
from handbook.pages.listing import pages_of
from handbook.reading.library import load


def test_every_page_has_an_address_of_its_own(book: Handbook) -> None:
    paths = [page.path for page in pages_of(book, "zh", "hr")]
    assert len(set(paths)) == len(paths)
    assert all(path == "" or path.endswith("/") for path in paths)


def test_a_page_leads_to_another_from_a_folder(book: Handbook) -> None:
    assert relative("", "roles/a/") == "roles/a/index.html"
    assert relative("roles/a/", "") == "../../index.html"
    assert relative("roles/a/", "roles/b/") == "../../roles/b/index.html"


def test_what_has_no_page_is_shown_on_another(book: Handbook) -> None:
    metric = next(iter(book.metrics))
    assert target_of(book, ("metric", metric)).anchor == f"metric-{metric}"  # type: ignore[union-attr]
    assert page_path(("metric", metric)) is None


def test_a_former_id_leads_to_the_page_and_so_do_comparisons(data: Path) -> None:
    junior = data / "roles" / "junior.yml"
    junior.write_text(junior.read_text().replace("id: junior\n", "id: junior\nformerly: [first]\n"))
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    found = former_paths(books["acme"])
    assert found["roles/first/"] == "roles/junior/"
    assert found["compare/first--senior/"] == "compare/junior--senior/"
    paths = {page.path for page in pages_of(books["acme"], "zh")}
    assert set(found.values()) <= paths
    assert paths.isdisjoint(found)
