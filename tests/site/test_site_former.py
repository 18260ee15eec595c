"""An address that a page had before leads to the page, from a folder and from a server."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Tab, serve
from building import DATA, build, replace

pytestmark = pytest.mark.browser


def test_a_former_address_leads_on(tab: Callable[..., Tab], tmp_path: Path) -> None:
    data = tmp_path / "policy_data"
    shutil.copytree(DATA, data)
    replace(data / "roles" / "manager.yml", "id: manager\n", "id: manager\nformerly: [chief]\n")
    site = build("xingqiao-retail", data, tmp_path / "site")
    there = "roles/manager/index.html"
    page = tab().page
    page.goto(f"{site.folder.as_uri()}/roles/chief/index.html")
    page.wait_for_url(f"{site.folder.as_uri()}/{there}")
    with serve(site.folder.parent) as address:
        page.goto(f"{address}/{site.folder.name}/roles/chief/index.html")
        page.wait_for_url(f"{address}/{site.folder.name}/{there}", wait_until="networkidle")
    old = site.files["roles/chief/index.html"].decode()
    assert '<a href="../../roles/manager/index.html">' in old  # where nothing leads on by itself
    assert "chief" not in site.files["search/search_index.json"].decode()
    assert "chief" not in site.files["sitemap.xml"].decode()
