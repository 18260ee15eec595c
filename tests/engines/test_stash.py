"""What goes around Markdown comes back as it was, whatever the data says."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown

from handbook.engines.mkdocs.stash import Stash
from handbook.printing.headings import MARK as HEADING_MARK

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


@given(TEXT)
@example("# a")
@example("<!---->## a")
def test_a_block_comes_back_as_it_was(text: str) -> None:
    stash = Stash()
    assert stash.put_back(stash.blocks(text)).strip() == text.strip()
    assert stash.put_back(stash.inline(text)) == text.strip()


@given(TEXT, TEXT)
def test_markdown_touches_nothing_of_it(first: str, second: str) -> None:
    """Not even the parts of a page that stand beside each other."""
    stash = Stash()
    page = f"甲\n{stash.blocks(first)}\n乙 {stash.inline(second)} 丙\n{stash.blocks(second)}"
    html = markdown(page, extensions=EXTENSIONS)
    parts = [first.strip(), second.strip(), second.strip()]
    expected = ["<p>甲</p>", *([parts[0]] if parts[0] else []), f"<p>乙 {parts[1]} 丙</p>"]
    expected += [parts[2]] if parts[2] else []
    assert [stash.put_back(block) for block in re.split(r"\n+", html)] == expected


@given(TEXT)
@example("<!--x-->## a")
def test_text_of_the_data_is_never_a_heading(text: str) -> None:
    stash = Stash()
    printed = f"<div>\n{text}\n</div>"
    assert "#" not in re.sub(r'<p id="[^"]*"></p>', "", stash.blocks(printed))


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_headings_stand_between_the_parts_that_they_stood_between(parts: list[str]) -> None:
    stash = Stash()
    printed = ""
    expected: list[str] = []
    for number, part in enumerate(parts):
        printed += f"\n{HEADING_MARK}## 标题 {number} {{: #h{number} }}\n{part}\n"
        expected += [
            f"## 标题 {number} {{: #h{number} }}",
            *([part.strip()] if part.strip() else []),
        ]
    assert stash.put_back(stash.blocks(printed)).strip() == "\n\n".join(expected)


def test_a_heading_mark_must_begin_its_line() -> None:
    stash = Stash()
    printed = f"<p>甲 {HEADING_MARK}## 乙</p>\n {HEADING_MARK}## 丙"
    assert "#" not in stash.blocks(printed)


def test_the_mark_cannot_be_known_before() -> None:
    """It is random in each run, 64 bits, and a page's text can't hold it."""
    assert re.fullmatch(r"<!--[0-9a-f]{16}-->", HEADING_MARK)
    assert Stash().put_back('<p id="0123456789abcdef-0"></p>') == '<p id="0123456789abcdef-0"></p>'


def test_the_search_sees_words_and_no_markup() -> None:
    stash = Stash()
    printed = (
        "<h3>职责</h3><ul><li>接听<b>来电</b></li><li>甲&lt;乙</li></ul>"
        "<figure data-search-exclude><svg><text>图</text></svg></figure>"
        '<figure class="x" data-search-exclude><p>图二</p></figure><p>丙<br>丁</p>'
        "<figure><p>留下</p></figure>"
    )
    html = markdown(f"{stash.blocks(printed)}\n甲 {stash.inline('<b>乙</b>')} 丙")
    words = ["<p>职责 接听来电 甲&lt;乙 丙 丁 留下</p>", "<p>甲 乙 丙</p>"]
    assert stash.for_search(html).split("\n\n") == words
    assert "图" in stash.put_back(html)
