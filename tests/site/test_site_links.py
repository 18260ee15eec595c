"""Every page of the sites, read with the standard library's HTML parser."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from building import ROOT, Built, Document, Element, squeezed

from handbook.pages.addresses import file_of, step_path
from handbook.pages.compare import steps

LOADS = {
    "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "link": ("href",),
    "source": ("src", "srcset"), "video": ("src", "poster"), "audio": ("src",), "embed": ("src",),
    "object": ("data",), "use": ("href", "xlink:href"), "image": ("href", "xlink:href"),
}  # fmt: skip
URL = re.compile(r"url\(\s*['\"]?([^)'\"]+)|@import\s+['\"]([^'\"]+)")
WRITTEN_BY_HAND = ["help.html"]
# The button that copies a search's address is Material's own
NOT_A_LINK = "javascript:void(0)"


def references(element: Element) -> list[str]:
    """The addresses that an element names."""
    names = ("href", "src", "xlink:href", "action", "data", "poster")
    found = [element.attributes[name] for name in names if name in element.attributes]
    sets = (part.split() for part in element.attributes.get("srcset", "").split(","))
    return [reference for reference in (*found, *(part[0] for part in sets if part)) if reference]


def test_every_link_leads_to_a_file_and_every_anchor_to_an_id(
    site: Built, sites: dict[str, Built]
) -> None:
    broken = []
    followed = 0
    beside = {f"{other.folder.name}/{name}" for other in sites.values() for name in other.files}
    for name, page in site.pages.items():
        folder = posixpath.dirname(name)
        for element in page.elements:
            for named in references(element):
                # 404.html is shown at any depth, so its links begin at the top
                reference = named.removeprefix("/") if name == "404.html" else named
                parts = urlsplit(reference)
                if reference == NOT_A_LINK or parts.scheme in ("http", "https", "mailto", "tel"):
                    continue
                assert not parts.netloc, (name, reference)
                assert not parts.scheme, (name, reference)
                path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
                target = name if not parts.path else path
                if target.startswith("../"):
                    if target.removeprefix("../") not in beside:
                        broken.append(f"{name}: no file in another company's site for {reference}")
                elif target not in site.files and f"{target}/index.html" in site.files:
                    broken.append(f"{name}: {reference} is a folder, which file:// does not open")
                elif target not in site.files:
                    broken.append(f"{name}: no file for {reference}")
                elif parts.fragment and unquote(parts.fragment) not in site.pages[target].ids:
                    broken.append(f"{name}: no id for {reference}")
                followed += 1
    assert broken == []
    assert followed > 50 * len(site.pages)


def test_no_page_loads_anything_from_another_host(site: Built) -> None:
    for name, page in site.pages.items():
        for element in page.elements:
            rel = element.attributes.get("rel", "")
            if rel in ("canonical", "prev", "next"):
                continue
            for attribute in LOADS.get(element.tag, ()):
                assert not urlsplit(element.attributes.get(attribute, "")).netloc, (name, element)
            style = element.attributes.get("style", "")
            style += element.text if element.tag == "style" else ""
            assert not _hosts_in_css(style), (name, style)


def test_no_style_sheet_loads_anything_from_another_host(site: Built) -> None:
    sheets = [name for name in site.files if name.endswith(".css")]
    assert len(sheets) >= 3
    for name in sheets:
        assert not _hosts_in_css(site.files[name].decode()), name


def test_our_own_scripts_name_no_host() -> None:
    scripts = list((ROOT / "overrides").rglob("*.js"))
    assert scripts
    for path in scripts:
        assert not re.search(r"['\"`](https?:)?//", path.read_text(encoding="utf-8")), path


def test_what_features_share_is_loaded_once_before_them_and_never_alone(site: Built) -> None:
    seen = set()
    for name, page in site.pages.items():
        sources = [e.attributes.get("src", "") for e in page.all("script")]
        features = [at for at, source in enumerate(sources) if "assets/features/" in source]
        shared = [at for at, source in enumerate(sources) if source.endswith("assets/shared.js")]
        assert shared == ([features[0] - 1] if features else []), name
        seen.add(bool(features))
    assert seen == {True, False}


def _hosts_in_css(text: str) -> list[str]:
    found = (first or second for first, second in URL.findall(text))
    return [address for address in found if urlsplit(address.strip()).netloc]


def test_pages_have_a_title_and_one_first_heading(site: Built) -> None:
    for name, page in site.pages.items():
        titles = [e.text for e in page.all("title") if "svg" not in e.within]
        assert len(titles) == 1, name
        assert titles[0], name
        headings = page.all("h1")
        assert len(headings) == 1, (name, [heading.text for heading in headings])
        assert headings[0].text, name


def test_titles_tell_pages_apart(site: Built) -> None:
    pages = [page for name, page in site.pages.items() if name != "404.html"]
    titles = Counter(page.all("title")[0].text for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_ids_are_unique_and_readable(site: Built) -> None:
    for name, page in site.pages.items():
        assert [i for i, n in Counter(page.ids).items() if n > 1] == [], name
        if name not in WRITTEN_BY_HAND:
            assert unreadable_ids(page) == [], name


def test_headings_written_by_hand_have_readable_ids(site: Built) -> None:
    for name in WRITTEN_BY_HAND:
        assert unreadable_ids(site.pages[name]) == [], name


def unreadable_ids(page: Document) -> list[str]:
    """Ids of headings that say nothing: Chinese without an id of its own becomes _1, _2."""
    ids = [e.attributes.get("id") for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
    return [
        i for i in ids if i is not None and not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9_]+)*", i)
    ]


def test_charts_are_described_and_their_boxes_lead_on(site: Built) -> None:
    for key in site.book.of("process"):
        page = site.pages[f"processes/{key}/index.html"]
        charts = [svg for svg in page.all("svg") if svg.attributes.get("role")]
        assert charts, key
        assert all(
            chart.attributes[name] in page.ids
            for chart in charts
            for name in ("aria-labelledby", "aria-describedby")
            if name in chart.attributes
        )
        boxes = [e for e in page.all("a") if "svg" in e.within]
        assert len(boxes) >= 2, key
        source = next(e.text for e in page.all("code") if "flowchart" in e.text)
        for step in site.book.processes[key].steps:
            assert squeezed(step.name.zh) in squeezed("".join(c.text for c in charts)), step.id
            assert f"step_{step.id}" in source


def test_sitemap_and_search_index_know_every_page(site: Built) -> None:
    index = json.loads(site.files["search/search_index.json"])
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    pages = {name for name in site.pages if name != "404.html"}
    repeated = {
        file_of(step_path(*step)) for step in steps(site.book)
    }  # what they say stands on the pages of the roles
    assert repeated < pages
    assert {location or "index.html" for location in found} == pages - repeated
    sections = {entry["location"] for entry in index["docs"] if "#" in entry["location"]}
    for location in sections:
        page, _, anchor = location.partition("#")
        assert anchor in site.pages[page or "index.html"].ids, location
    assert "data-hb" not in str(index)
    assert "accTitle" not in str(index)
    sitemap = site.files["sitemap.xml"].decode()
    assert "T" not in "".join(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap))
