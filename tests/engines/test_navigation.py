"""What the menu shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.company.book import Handbook
from handbook.engines.mkdocs.navigation import navigation
from handbook.engines.site import Settings, Site
from handbook.model.base import LocalId
from handbook.pages.listing import MOST_IN_MENU
from handbook.reading.docs import Docs


@pytest.mark.parametrize("more", [0, 1])
def test_very_many_roles_of_a_family_are_reached_by_its_page(
    book: Handbook, tmp_path: Path, more: int
) -> None:
    first, there = book.roles["junior"], len(book.roles)
    roles = {
        ("role", f"r{n}"): first.model_copy(update={"id": LocalId(f"r{n}")})
        for n in range(MOST_IN_MENU - there + more)
    }
    large = replace(
        book, things={**book.things, **roles}, _by_kind={},
        nodes={**dict.fromkeys(roles, book.company_node), **book.nodes},
    )  # fmt: skip
    site = Site(Settings("acme", tmp_path, "zh", draft=False), large)
    menu = str(navigation(site, Docs()))
    assert menu.count("'roles/") == (0 if more else MOST_IN_MENU)
    assert "careers/service/" in menu
