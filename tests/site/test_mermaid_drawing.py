"""The charts' text, read by the official Mermaid: it parses, and labels mean what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from browsing import serve
from building import COMPANIES, ROOT, Built, document, squeezed
from hostile import HOSTILE
from packages import installed
from playwright.sync_api import Browser, Page

from handbook.pages.charts.content import chart_of, ladder_chart
from handbook.pages.charts.mermaid import Arrow, Box, Chart
from handbook.printing.drawing import draw

pytestmark = pytest.mark.long
DRAWN_OTHERWISE = ("$$x^2$$", "fa:fa-car")  # a formula and an icon in the official one only
LABELS = [
    *HOSTILE,
    "${x}",
    "END",
    "o--o x--x",
    "a<br>b<br/>c",
    "-- text --",
    "A[x]:::style",
    "style A fill:red",
    "%% comment",
    "`**markdown**`",
    *DRAWN_OTHERWISE,
    "#9829; #x41;",
    "第一步（可选）：①→②、“引号”《书名》",
    "😀 é \u200bzero-width",
    "\u2028line",
    "x" * 300,
]
ENTITY = "&amp; &#60;b&#62; &lt;"


@pytest.fixture(scope="session")
def official(browser: Browser) -> Iterator[Page]:
    """A page in which ``mermaid`` is the official one, installed by npm from the lock file."""
    script = installed("mermaid") / "mermaid" / "dist" / "mermaid.min.js"
    with serve(script.parent) as address:
        context = browser.new_context()
        page = context.new_page()
        (script.parent / "blank.html").write_text(
            f'<!doctype html><meta charset="utf-8"><script src="{script.name}"></script>'
        )
        page.goto(f"{address}/blank.html")
        page.evaluate("mermaid.initialize({ startOnLoad: false })")
        yield page
        context.close()


def charts(built: Built) -> dict[str, Chart]:
    """Every chart that a company's pages can show."""
    book = built.book
    found = {identity: chart_of(book, identity, lang) for lang in ("zh", "en")
             for identity in (*book.processes, *book.flowcharts)}  # fmt: skip
    for family in book.families:
        found[f"ladder of {family}"] = ladder_chart(book, family, "zh")
    for role in book.roles.values():
        found[f"ladder at {role.id}"] = ladder_chart(book, str(role.family), "zh", here=role.id)
    return found


def hostile_chart(label: str) -> Chart:
    """A chart with the label in every place that a text can stand in."""
    return Chart(
        title=label,
        description=label,
        boxes=(
            Box("s_start", (label,), "start", lane=label),
            Box("s_task", (label, label), "task", here=True, lane="end"),
            Box("s_choice", (label,), "decision", optional=True),
            Box("s_end", (label,), "refused"),
        ),
        arrows=(
            Arrow("s_start", "s_task", label),
            Arrow("s_task", "s_choice"),
            Arrow("s_choice", "s_end", label, by_itself=True),
        ),
    )


def labels_but(known: Sequence[str], reason: str) -> list[object]:
    """All labels, those that are known to come out wrong marked so."""
    assert set(known) <= set(LABELS)
    mark = pytest.mark.xfail(strict=True, reason=reason)
    return [pytest.param(label, marks=mark if label in known else ()) for label in LABELS]


PARSE = """
    async (text) => {
        try {
            return (await mermaid.parse(text)).diagramType;
        } catch (error) {
            return String(error);
        }
    }
"""


@pytest.mark.browser
@pytest.mark.parametrize("company", COMPANIES)
def test_every_chart_parses(company: str, sites: dict[str, Built], official: Page) -> None:
    found = charts(sites[company])
    assert len(found) > 10
    for name, chart in found.items():
        assert official.evaluate(PARSE, chart.mermaid()).startswith("flowchart"), name


@pytest.mark.browser
def test_the_parser_does_refuse(official: Page) -> None:
    """So that the tests beside this one can fail."""
    for text in ("flowchart TD\n  A[unclosed --> B", "flowchart TD\n  A --> end", "nonsense"):
        assert "rror" in official.evaluate(PARSE, text)


@pytest.mark.browser
@pytest.mark.parametrize("company", COMPANIES)
def test_charts_on_pages_show_their_own_source(
    company: str, sites: dict[str, Built], official: Page
) -> None:
    sources = {
        code.text: code
        for page in sites[company].pages.values()
        for code in page.all("code")
        if code.text.startswith(("flowchart ", "graph "))
    }
    assert len(sources) >= len(sites[company].book.processes)
    for code in sources.values():
        source = "".join(code.parts)
        assert official.evaluate(PARSE, source).startswith("flowchart"), source


RENDER = """
    async (text) => {
        const { svg } = await mermaid.render('drawn', text);
        document.body.innerHTML = svg;
        const texts = (selector) =>
            [...document.querySelectorAll(selector)].map((e) => e.textContent).filter(Boolean);
        const found = {
            nodes: texts('.node .nodeLabel'), edges: texts('.edgeLabel .edgeLabel'),
            lanes: texts('.cluster .nodeLabel'),
            strange: document.querySelectorAll(
                'body :is(script, img, iframe, a, [onclick], [onerror], [onload])').length,
        };
        document.body.innerHTML = '';
        return found;
    }
"""


@pytest.mark.browser
@pytest.mark.parametrize("label", labels_but(DRAWN_OTHERWISE, "no escape keeps these"))
def test_official_mermaid_shows_labels_as_typed(official: Page, label: str) -> None:
    dialogs: list[str] = []

    def listen(dialog: object) -> None:
        dialogs.append(str(dialog))

    official.on("dialog", listen)
    found = official.evaluate(RENDER, hostile_chart(label).mermaid())
    official.remove_listener("dialog", listen)
    typed = squeezed(label)
    shown = {squeezed(text) for text in found["nodes"]}
    assert shown == {typed, typed * 2}
    assert {squeezed(text) for text in found["edges"]} == {typed}
    assert {squeezed(text) for text in found["lanes"]} == {typed, "end"}
    assert (found["strange"], dialogs) == (0, [])


@pytest.mark.parametrize("label", labels_but([ENTITY], "&amp; is decoded again and drawn as &"))
def test_our_drawing_shows_labels_as_typed(label: str) -> None:
    svg = document(draw(hostile_chart(label).mermaid()))
    drawn = squeezed("".join(e.text for e in svg.all("text")))
    # Four boxes, one of them with two lines, two arrows, and the lane beside the one named end
    assert drawn.count(squeezed(label)) == 8
    assert drawn.replace(squeezed(label), "") == ("" if label == "end" else "end")
    assert not [e for e in svg.elements if e.tag in ("script", "img", "a", "foreignobject")]
    assert not [name for e in svg.elements for name in e.attributes if name.startswith("on")]


@pytest.mark.parametrize("folder", ["mermaid", "axe"])
def test_lock_file_names_no_registry_and_has_all_hashes(folder: str) -> None:
    lock = (ROOT / "tests" / folder / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    packages = lock.count('"node_modules/')
    assert packages > 0
    assert lock.count('"integrity"') == packages
