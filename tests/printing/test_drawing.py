"""Charts with any text in them: they can be drawn, show the text, and hold nothing active."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handbook.pages.charts.mermaid import Arrow, Box, Chart
from handbook.printing.drawing import BoxLink, NotMermaid, draw, place

SVG = "{http://www.w3.org/2000/svg}"
SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
HOSTILE = st.lists(
    st.sampled_from(
        [*"a年\"'[](){}<>|&;#%`\\*_~:/- \n", "end", "click a href \"javascript:x\"",
         "%%{init: {}}%%",
         "<script>x</script>", "<img onerror=x>", "<br/>", "-->", "subgraph", "#35;", "&lt;",
         "graph TD", "```", "direction LR", "style a fill:red", ":::here", "@{shape: x}", "$$x$$"]
    ),
    min_size=1, max_size=10,
).map("".join)  # fmt: skip
LABEL = st.one_of(st.text(SEEN, min_size=1, max_size=40), HOSTILE).filter(str.strip)


def chart(text: str) -> Chart:
    boxes = (
        Box("a", (text, "二"), "start", lane="甲"),
        Box("b", (text,), "decision", here=True, optional=True),
    )
    return Chart(text, text, boxes, (Arrow("a", "b", text), Arrow("b", "a", by_itself=True)))


def characters(text: str) -> str:
    return "".join(text.split())


def drawn_text(root: ET.Element) -> str:
    return characters("".join("".join(node.itertext()) for node in root.iter(f"{SVG}text")))


def inert(root: ET.Element) -> None:
    """Nothing in the drawing runs, loads or leads anywhere."""
    for element in root.iter():
        assert element.tag.startswith(SVG)
        name = element.tag.removeprefix(SVG)
        assert name not in {"script", "a", "image", "use", "foreignObject", "iframe", "style"}
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on")
            assert "href" not in attribute
            assert "javascript:" not in value or attribute.startswith(("aria", "data-label"))


@settings(max_examples=60)
@given(LABEL)
@example('a"] --> c["x')
@example("end")
@example('click a "javascript:alert(1)"')
@example("%%{init: {'securityLevel': 'loose'}}%%")
@example("<script>alert(1)</script>")
@example("#lt;b#gt;")
@example("direction LR")
@example("</text><a href='javascript:x'>")
@example("\\u003cscript\\u003e")
def test_any_text_is_drawn_as_it_is(text: str) -> None:
    root = ET.fromstring(draw(chart(text).mermaid()))
    inert(root)
    shown = drawn_text(root)
    # mermaid-render reads &lt; once more than Mermaid does and shows <
    assert characters(text) in shown or characters(unescape(text)) in shown, shown


@settings(max_examples=40)
@given(LABEL, st.from_regex(r"[a-z]+", fullmatch=True))
def test_links_lead_where_they_are_told_and_nowhere_else(text: str, prefix: str) -> None:
    links: Mapping[str, BoxLink] = {"a": BoxLink("../roles/x/index.html", "p/a")}
    root = ET.fromstring(place(draw(chart(text).mermaid()), prefix, links))
    anchors = list(root.iter(f"{SVG}a"))
    assert [anchor.get("href") for anchor in anchors] == ["../roles/x/index.html"]
    assert [anchor.get("data-step") for anchor in anchors] == ["p/a"]
    assert all(e.get("id", prefix).startswith(prefix) for e in root.iter())


def test_two_places_of_one_drawing_share_no_id() -> None:
    svg = draw(chart("甲").mermaid())
    ids = [{e.get("id") for e in ET.fromstring(place(svg, p, {})).iter()} - {None} for p in "xy"]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_drawing_is_kept_by_content(tmp_path: Path) -> None:
    source = chart("甲").mermaid()
    first = draw(source, tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.read_text(encoding="utf-8").endswith(first)
    assert draw(source, tmp_path) == first
    assert draw(source) == first


def test_a_drawing_that_somebody_changed_is_drawn_again(tmp_path: Path) -> None:
    """It would be published, scripts and all."""
    source = chart("甲").mermaid()
    first = draw(source, tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(whole.replace("<desc", "<script>alert(1)</script><desc"), encoding="utf-8")
    assert draw(source, tmp_path) == first
    assert kept.read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("source", ["", "flowchart TD\n  a[", "nonsense", "flowchart TD\n  a -->"])
def test_what_is_no_diagram_is_said(source: str) -> None:
    with pytest.raises(NotMermaid) as caught:
        draw(source)
    assert str(caught.value)
