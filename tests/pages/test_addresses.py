"""Addresses: of pages, from page to page, and those that pages had before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.engines.survey import surveyed
from handbook.pages.addresses import (
    DATES,
    former_paths,
    matrix_path,
    page_path,
    relative,
    target_of,
)
from handbook.pages.blocks import Pattern, Target
from handbook.pages.layout.home import home_page
from handbook.pages.listing import pages_of
from handbook.pages.views.home import home_view
from handbook.pages.writer import Writer
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


def test_levels_are_compared_where_there_are_two(book: Handbook) -> None:
    things = {key: thing for key, thing in book.things.items() if key[0] != "role"}
    single = {**things, ("role", "senior"): book.roles["senior"]}
    one, none = (replace(book, things=each, _by_kind={}) for each in (single, things))
    found = [matrix_path(each, "service") for each in (book, one, none)]
    assert found == ["careers/service/", None, None]


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


def targets(value: object) -> Iterator[Target]:
    """Every target inside blocks, lines and data of scripts."""
    if isinstance(value, Target):
        yield value
    elif isinstance(value, Pattern):
        return  # a script puts it into a page of its own
    elif isinstance(value, tuple | list):
        for item in value:
            yield from targets(item)
    elif isinstance(value, dict):
        yield from targets(list(value.values()))
    elif is_dataclass(value):
        for one in fields(value):
            yield from targets(getattr(value, one.name))


def test_every_target_of_every_page_is_there(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        pages = pages_of(book, "zh", "hr")
        views = {page.path: page.view for page in pages}
        ids = {path: surveyed(view).ids for path, view in views.items()}
        count = 0
        for path, view in views.items():
            for target in targets(view):
                there = path if target.page is None else target.page
                if target.outside or target == Target():
                    continue
                count += 1
                assert there in views, (path, target)
                assert not target.anchor or target.anchor in ids[there], (path, target)
        assert count > 1000


def test_without_roles_nothing_leads_to_their_dates(book: Handbook) -> None:
    things = {key: thing for key, thing in book.things.items() if key[0] == "process"}
    bare = replace(book, things=things, _by_kind={})
    assert DATES not in {page.path for page in pages_of(bare, "zh")}
    home = home_page(Writer(bare, "zh"), home_view(bare), {})
    assert DATES not in {target.page for target in targets(home)}
