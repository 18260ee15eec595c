"""What new hires, employees and HR look for, where they look for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browsing import Tab, page_of
from building import Built, Document, Element, squeezed
from playwright.sync_api import expect

from handbook.company.wording import name_of, plain_text
from handbook.pages.addresses import PAGE_FOLDERS
from handbook.words.catalogue import say

Open = Callable[..., Tab]
CAREERS = "careers/index.html"


def facts(page: Document) -> dict[str, set[str]]:
    """What stands beside each label of a page's lists of facts."""
    found: dict[str, set[str]] = {}
    label = ""
    for element in page.elements:
        if element.tag == "dt":
            label = element.text
        elif element.tag == "dd":
            found.setdefault(label, set()).add(element.text)
    return found


def links_in(page: Document) -> set[str]:
    """Where the links in a page's contents lead."""
    return {e.attributes.get("href", "") for e in page.all("a") if "article" in e.within}


def figures(page: Document) -> list[Element]:
    return [e for e in page.all("svg") if "figure" in e.within]


def test_home_page_leads_each_reader_on(site: Built) -> None:
    links = links_in(site.pages["index.html"])
    hires = [role for role in site.book.roles.values() if role.confirmation]
    assert len(hires) > 3
    assert {page_of(("role", str(role.id))) for role in hires} <= links
    assert CAREERS in links
    kinds = [kind for kind in PAGE_FOLDERS if kind not in ("role", "process")]
    missing = [k for kind in kinds for k in site.book.of(kind) if page_of((kind, k)) not in links]
    assert missing == []
    assert {page_of(("process", process)) for process in site.book.processes} <= links


def test_new_hire_finds_everything_on_the_page_of_the_role(site: Built) -> None:
    for role in site.book.roles.values():
        if not role.confirmation:
            continue
        name = page_of(("role", str(role.id)))
        page = site.pages[name]
        assert {"first-weeks", "confirmation"} <= set(page.ids), name
        said = squeezed(page.text)
        assert role.first_weeks, name
        for one in role.first_weeks:
            assert squeezed(plain_text(one, site.book, "zh")) in said, name
        known = facts(page)
        process = site.book.processes[role.confirmation.process]
        for label in ("path.when", "path.decided-by", "path.forms", "role.probation"):
            assert all(known[say(label, "zh")]), (name, label)
        forms = {str(step.form) for step in process.steps if step.form}
        assert forms
        for form in forms:
            assert f"../../{page_of(('form', form))}" in links_in(page), (name, form)
        for moment in (process.start.opens, process.start.closes) if process.start else ():
            if moment:
                value = site.book.values[moment.by].text("zh")
                assert any(value in fact for fact in known[say("path.when", "zh")]), name


def test_all_ladders_are_one_picture_and_tables_with_numbers(site: Built) -> None:
    page, book = site.pages[CAREERS], site.book
    drawn = squeezed(figures(page)[0].text)
    for family, roles in book.ladders.items():
        for role in roles:
            assert squeezed(name_of(book, "role", str(role.id), "zh")) in drawn
        if roles:
            assert squeezed(name_of(book, "family", family, "zh")) in drawn
    rows = [e.text for e in page.all("tr") if "tbody" in e.within]
    ways = [(role, path) for role in book.roles.values() for path in role.paths]
    assert len(rows) == len(ways) > 4
    with_numbers = 0
    for role, path in ways:
        names = [squeezed(name_of(book, "role", str(r), "zh")) for r in (role.id, path.to)]
        (row,) = [squeezed(row) for row in rows if squeezed(row).startswith("→".join(names))]
        if path.tenure:
            years = squeezed(book.values[path.tenure].text("zh"))
            assert years in row
            assert years in drawn
        asked = (*path.requirements, *book.roles[path.to].requirements)
        measures = [book.requirements[r].measure for r in asked]
        for measure in filter(None, measures):
            assert squeezed(book.values[measure.threshold].text("zh")) in row
            with_numbers += 1
    assert with_numbers > 4


def test_departments_show_who_reports_to_whom(site: Built) -> None:
    drawn = 0
    for identity, staff in site.book.staff.items():
        page = site.pages[page_of(("department", identity))]
        for role in staff:
            assert f"../../{page_of(('role', str(role.id)))}" in links_in(page)
        pairs = [(str(role.reports_to), str(role.id)) for role in staff if role.reports_to]
        if not pairs:
            continue
        picture = squeezed(figures(page)[0].text)
        source = next(e.text for e in page.all("code") if "flowchart" in e.text)
        for above, below in pairs:
            assert f"r_{above} --> r_{below}" in source, identity
            for role_id in (above, below):
                assert squeezed(name_of(site.book, "role", role_id, "zh")) in picture
        drawn += 1
    assert drawn


def test_glossary_explains_every_word_and_pages_lead_to_it(site: Built) -> None:
    glossary = site.pages["glossary/index.html"]
    kinds = ("term", "metric", "competency")
    ids = {f"{kind}-{identity}" for kind in kinds for identity in site.book.of(kind)}
    assert len(site.book.terms) > 3
    assert ids <= set(glossary.ids)
    wanted = {
        href.partition("#")[2]
        for page in site.pages.values()
        for href in links_in(page)
        if "glossary/index.html#" in href
    }
    assert wanted <= ids
    for kind in kinds:
        assert any(anchor.startswith(kind) for anchor in wanted), f"nothing leads to a {kind}"
    for metric in site.book.metrics.values():
        if metric.numerator:
            assert squeezed(plain_text(metric.numerator, site.book, "zh")) in squeezed(
                glossary.text
            )


ON_SCREEN = """(id) => {
    const box = document.getElementById(id).getBoundingClientRect();
    const covered = document.elementFromPoint(box.x + 5, box.y + box.height / 2);
    return box.top >= 0 && box.bottom <= innerHeight && document.getElementById(id) === covered;
}"""


@pytest.mark.browser
def test_link_to_a_metric_lands_on_it(retail: Built, tab: Open) -> None:
    page = tab().page
    name, href = next(
        (name, href)
        for name, found in retail.pages.items()
        for href in sorted(links_in(found))
        if "glossary/index.html#metric-" in href
    )
    page.goto(f"{retail.folder.as_uri()}/{name}")
    link = page.locator(f"article a[href='{href}']").first
    link.evaluate("e => { const d = e.closest('details'); if (d) d.open = true; }")
    link.click()
    page.wait_for_url("**/glossary/index.html#metric-*")
    page.wait_for_function(ON_SCREEN, arg=href.partition("#")[2])


@pytest.mark.browser
def test_chart_of_a_department_leads_to_a_role(retail: Built, tab: Open) -> None:
    page = tab().page
    staff = retail.book.staff
    department = next(d for d, roles in staff.items() if any(r.reports_to for r in roles))
    role = next(r for r in staff[department] if r.reports_to)
    page.goto(f"{retail.folder.as_uri()}/{page_of(('department', department))}")
    page.locator("figure svg a", has_text=role.name.zh).first.click()
    page.wait_for_url(f"**/roles/{role.id}/index.html")


def phone(tab: Open, **options: Any) -> Tab:
    return tab(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True, **options)


@pytest.mark.browser
def test_phone_has_a_list_of_the_page_s_parts(retail: Built, tab: Open) -> None:
    page = phone(tab).page
    role = next(r for r in retail.book.roles.values() if r.confirmation)
    page.goto(f"{retail.folder.as_uri()}/{page_of(('role', str(role.id)))}")
    jumps = page.locator(".hb-jump a")
    targets = [str(jump.get_attribute("href")) for jump in jumps.all()]
    assert {"#duties", "#next", "#first-weeks", "#confirmation"} <= set(targets)
    for target in targets:
        page.evaluate("scrollTo(0, 0)")
        jump = page.locator(f".hb-jump a[href='{target}']")
        expect(jump).to_be_visible()
        assert jump.inner_text() in page.locator(target).inner_text()
        jump.tap()
        page.wait_for_function(ON_SCREEN, arg=target.removeprefix("#"))
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(jumps.first).to_be_hidden()


@pytest.mark.browser
def test_new_hire_on_a_phone_comes_to_the_first_weeks(site: Built, tab: Open) -> None:
    page = phone(tab).page
    role = next(r for r in site.book.roles.values() if r.confirmation)
    page.goto(f"{site.folder.as_uri()}/index.html")
    page.get_by_role("main").get_by_role("link", name=role.name.zh, exact=True).first.tap()
    page.wait_for_url(f"**/roles/{role.id}/index.html")
    page.locator(".hb-jump a[href='#first-weeks']").tap()
    page.wait_for_function(ON_SCREEN, arg="first-weeks")
