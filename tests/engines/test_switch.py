"""From one company to another: to the same page where it has one, else to its home."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from handbook.checks.explain import explained
from handbook.company.book import Handbook
from handbook.engines.mkdocs.switch import companies
from handbook.engines.site import Settings, Site, neighbour_of
from handbook.model.page_head import PageHead
from handbook.pages.addresses import file_of, rule_path
from handbook.pages.content import HR_PAGES
from handbook.pages.listing import Edition, pages_of
from handbook.reading.docs import WrittenPage
from handbook.words.problem import Place


def site_of(
    books: dict[str, Handbook], company: str, edition: Edition = "employee", *, draft: bool = False
) -> Site:
    settings = Settings(company, Path("policy_data"), "zh", draft, edition)
    neighbours = {name: neighbour_of(book, "zh", edition) for name, book in books.items()}
    return Site(settings, books[company], neighbours=neighbours, beside=tuple(books))


def target(site: Site, page: str, href: str) -> str:
    """The file that a link on ``page`` leads to, from the folder of all sites."""
    folder = PurePosixPath(site.settings.folder_of(site.settings.company), page).parent
    parts: list[str] = []
    for part in (folder / href).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


@pytest.mark.parametrize("edition", ["employee", "hr"])
def test_every_link_of_every_page_leads_to_a_page(
    filled_books: dict[str, Handbook], edition: Edition
) -> None:
    sites = {company: site_of(filled_books, company, edition) for company in filled_books}
    files = {
        f"{site.settings.folder_of(company)}/{page.address}"
        for company, site in sites.items()
        for page in site.pages
    }
    home = same = 0
    for site in sites.values():
        for page in (page.address for page in site.pages):
            links = companies(site, page)
            assert [link.name for link in links] == [
                book.company.short_name.zh for book in filled_books.values()
            ]
            for company, link in zip(filled_books, links, strict=True):
                found = target(site, page, link.href)
                assert found in files, (page, link)
                assert found.startswith(site.settings.folder_of(company) + "/")
                assert link.current is (company == site.settings.company)
                there = found.split("/", 1)[1] == page
                home, same = home + (not there), same + there
                assert there is (page in {p.address for p in sites[company].pages})
    assert home
    assert same


def test_a_role_that_the_other_company_does_not_have(filled_books: dict[str, Handbook]) -> None:
    site = site_of(filled_books, "xingqiao-retail")
    assert [link.href for link in companies(site, "roles/supervisor/index.html")] == [
        "../../../lancheng-service-desk/index.html",
        "../../../xingqiao-retail/roles/supervisor/index.html",
        "../../../yihe-elder-care/roles/supervisor/index.html",
    ]


def test_a_page_that_people_wrote_is_in_the_sites_that_it_is_for(
    filled_books: dict[str, Handbook],
) -> None:
    site = site_of(filled_books, "xingqiao-retail")
    page = WrittenPage("help.md", Place("docs/help.md"))
    links = companies(site, "help.html", written=page)
    assert {PurePosixPath(link.href).name for link in links} == {"help.html"}
    some = replace(page, head=PageHead(companies=("xingqiao-retail", "yihe-elder-care")))
    links = companies(site, "help.html", written=some)
    assert {PurePosixPath(link.href).parts[-2:] for link in links} == {
        ("xingqiao-retail", "help.html"), ("yihe-elder-care", "help.html"),
        ("lancheng-service-desk", "index.html"),
    }  # fmt: skip


def test_one_company_by_itself_has_no_switch(book: Handbook) -> None:
    alone = Site(Settings("acme", Path("policy_data"), "zh", draft=False), book)
    assert companies(alone, "roles/junior/index.html") == ()


def test_drafts_and_hr_lead_among_themselves(filled_books: dict[str, Handbook]) -> None:
    for edition, draft, ending in [("hr", False, "-hr"), ("employee", True, "-draft")]:
        site = site_of(filled_books, "yihe-elder-care", edition, draft=draft)  # type: ignore[arg-type]
        for company, link in zip(filled_books, companies(site, "careers/index.html"), strict=True):
            assert link.href == f"../../{company}{ending}/careers/index.html"


def test_a_name_with_markup_in_it_is_text(data: Path) -> None:
    from handbook.checks.check_all import check_companies  # noqa: PLC0415
    from handbook.reading.library import load  # noqa: PLC0415

    own = data / "companies" / "acme" / "company.yml"
    own.write_text(own.read_text().replace("short_name: 示例公司", "short_name: <b>{{ x }}</b>"))
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    (link,) = companies(site_of(books, "acme"), "index.html")
    assert not set("<>{}") & set(link.name)


def test_pages_for_hr_are_not_in_the_employees_plan(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        employees = {page.path for page in pages_of(book, "zh", "employee")}
        hr = {page.path for page in pages_of(book, "zh", "hr")}
        assert hr - employees == {*HR_PAGES.values(), *map(rule_path, explained())}
        assert employees <= hr
        assert not any(page.section == "hr" for page in pages_of(book, "zh"))
        there = neighbour_of(book, "zh", "employee").pages
        assert there == {file_of(path) for path in employees}
