"""What pages tell programs of themselves: title, description, Open Graph, occupation."""

from __future__ import annotations

import json

from browsing import page_of
from building import Built, Document, squeezed


def meta(page: Document) -> dict[str, str]:
    """Name or property of each meta element, and its content."""
    return {
        e.attributes.get("property") or e.attributes.get("name", ""): e.attributes.get(
            "content", ""
        )
        for e in page.all("meta")
    }


def test_every_page_describes_itself(site: Built) -> None:
    for name, page in site.pages.items():
        if name == "404.html":
            continue
        found = meta(page)
        title = page.all("title")[0].text
        assert found["og:title"], name
        assert name == "index.html" or title.startswith(found["og:title"]), name
        assert found["og:description"] == found["description"], name
        assert found["og:type"] == ("website" if name == "index.html" else "article")
        assert found["og:locale"] == "zh_CN"
        assert found["og:site_name"] in title
        assert "og:url" not in found  # nobody knows the address
    assert (
        len({meta(p)["description"] for p in site.pages.values() if "description" in meta(p)}) > 20
    )


def test_a_role_is_an_occupation_with_what_its_page_says(site: Built) -> None:
    for identity, role in site.book.roles.items():
        page = site.pages[page_of(("role", identity))]
        (script,) = [
            e for e in page.all("script") if e.attributes.get("type") == "application/ld+json"
        ]
        assert "<" not in script.text
        found = json.loads(script.text)
        assert (found["@context"], found["@type"]) == ("https://schema.org", "Occupation")
        assert found["name"] == page.all("h1")[0].text
        assert found["description"] == meta(page)["description"]
        assert found.get("alternateName", []) == list(role.also_called)
        assert len(found["responsibilities"]) == len(role.duties) > 0
        assert len(found["qualifications"]) == len(role.requirements) > 0
        shown = squeezed(page.text)
        for key in ("responsibilities", "qualifications", "skills", "experienceRequirements"):
            for text in found.get(key, []):
                assert squeezed(text) in shown, (identity, key)
        known = {"@context", "@type", "name", "alternateName", "description", "responsibilities"}
        assert set(found) <= known | {"qualifications", "skills", "experienceRequirements"}
    others = [p for n, p in site.pages.items() if not n.startswith("roles/")]
    assert not any(
        e.attributes.get("type") == "application/ld+json" for p in others for e in p.all("script")
    )


def test_the_theme_s_header_has_what_main_html_puts_in(site: Built) -> None:
    """By replacing text of the theme: another version of the theme must not pass unnoticed."""
    page = site.pages["index.html"]
    classed = {
        e.attributes["class"]: e.attributes for e in page.elements if "class" in e.attributes
    }
    assert "aria-expanded" in classed["md-header__button md-icon hb-menu"]
    assert "tabindex" not in classed["md-search__scrollwrap"]
    assert classed["md-search"]["aria-label"]
    assert ("hb-logo" in classed) == (site.book.company.logo is not None)
    (config,) = [e for e in page.all("script") if e.attributes.get("id") == "__config"]
    assert json.loads(config.text)["search"] == "assets/search/worker.js"
