"""What goes around Markdown comes back as it was, whatever the data says."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown, markdown
from markupsafe import Markup
from mkdocs.structure.toc import get_toc

from handbook.engines.mkdocs.contents import contents
from handbook.engines.mkdocs.stash import Printed, Stash
from handbook.pages.blocks import Figure, Heading, Item, Listing, Paragraph, Section, Shown, Words
from handbook.pages.writer import ZOOM
from handbook.printing.html import HtmlPrinter

EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "footnotes", "def_list", "abbr"]
SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
HOSTILE = st.lists(
    st.sampled_from(
        [*"a年#*_`[](){}<>|&!\\:=\"'~ \n", "## ", "\n# a\n", "<!--", "-->",
         "<!--0123456789abcdef-->",
         '<p id="0123456789abcdef-0"></p>', "0123456789abcdefx0x", "x0x", "<p>", "</p>", "<script>",
         "{{ x }}", "\\1", "\\g<0>", "[^1]: a", "*[a]: b", "[TOC]", "{: #x }", "```\n", "    a"]
    ),
    max_size=15,
).map("".join)  # fmt: skip
TEXT = st.one_of(st.text(SEEN, max_size=60), HOSTILE)


def part(text: str) -> Printed:
    return Printed(Markup(text))


@given(TEXT)
@example("# a")
@example("<!---->## a")
def test_a_block_comes_back_as_it_was(text: str) -> None:
    stash = Stash()
    assert stash.put_back(stash.block(part(text))).strip() == text.strip()
    assert stash.put_back(stash.inline(part(text))) == text


@given(TEXT, TEXT)
def test_markdown_touches_nothing_of_it(first: str, second: str) -> None:
    """Not even the parts of a page that stand beside each other."""
    stash = Stash()
    blocks = [stash.block(part(text)) for text in (first, second)]
    page = f"甲\n{blocks[0]}\n乙 {stash.inline(part(second))} 丙\n{blocks[1]}"
    html = markdown(page, extensions=EXTENSIONS)
    expected = ["<p>甲</p>", first, f"<p>乙 {second} 丙</p>", second]
    assert [stash.put_back(block) for block in re.split(r"\n+", html)] == expected


def test_the_mark_cannot_be_known_before() -> None:
    """It is random in each run, 64 bits, and a page's text can't hold it."""
    assert Stash().put_back('<p id="0123456789abcdef-0"></p>') == '<p id="0123456789abcdef-0"></p>'


TOOLS = dict.fromkeys(ZOOM, "图")
BLOCKS = (
    Heading(2, (Words("职责"),), "duties"),
    Section((Listing((Item((Words("接听甲<乙 "), Shown("5 天", "期限"))),)),)),
    Figure("flowchart TD\n  a[图]", "chart", "图", tools=TOOLS),
    Paragraph((Words("丙\n丁"),)),
    Paragraph((Words("不给搜"),), searched=False),
)


def test_the_search_sees_words_and_no_markup() -> None:
    stash = Stash()
    printed = Printed.of(BLOCKS, HtmlPrinter("zh").blocks(BLOCKS))
    line = (Paragraph((Words("乙"),), tone="bare"),)
    inline = stash.inline(Printed.of(line, Markup("<b>乙</b>")))
    html = markdown(f"{stash.block(printed)}\n甲 {inline} 丙")
    assert stash.for_search(html).split("\n\n")[0] == "<p>职责 接听甲&lt;乙 5 天 丙 丁</p>"
    assert "甲 乙 丙" in stash.for_search(html)
    assert "不给搜" in stash.put_back(html)


def test_the_contents_hold_headings_of_markdown_and_of_printed_parts_in_order() -> None:
    stash = Stash()
    md = Markdown(extensions=["toc", "attr_list"])
    printed = Printed.of(BLOCKS, HtmlPrinter("zh").blocks(BLOCKS))
    html = md.convert(f"## 先 {{: #one }}\n{stash.block(printed)}\n### 后 {{: #two }}\n")
    found = contents(html, get_toc(md.toc_tokens), stash)  # type: ignore[attr-defined]
    assert [(one.id, [inner.id for inner in one.children]) for one in found] == [
        ("one", []),
        ("duties", ["two"]),
    ]
