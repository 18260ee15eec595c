"""Text of the data stays text: in lines, in attributes, in data of scripts, in titles."""

from __future__ import annotations

import html
import json
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment

from handbook.pages.blocks import Data, Link, Paragraph, Section, Shown, Target, Words
from handbook.printing.escape import for_html
from handbook.printing.html import HtmlPrinter

SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
HOSTILE = st.lists(
    st.sampled_from(
        [*"a年#*_`[](){}<>|&!\\:=\"'~^+-. 1", "<script>", "<img onerror=x>", "](javascript:x)",
         "{: onclick=x }", "{{ x }}", "{% x %}", "&amp;", "&#60;", "```", "***", "[^1]", "[TOC]",
         "http://a.b", "<http://a.b>", "- ", "1. ", "> ", "$$x$$", ":material-x:", "==x==", "--"]
    ),
    max_size=15,
).map("".join)  # fmt: skip


class Page(HTMLParser):
    """What a reader sees, and which elements there are."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", list[tuple[str, tuple[str, ...]]]()
        self.attributes: list[dict[str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.attributes.append(dict(attrs))


TYPED = st.one_of(st.text(SEEN, min_size=1), HOSTILE)


@given(TYPED)
@example("</p><script>")
def test_a_block_shows_exactly_what_was_typed(text: str) -> None:
    line = (Words(text), Shown(text, text), Link(Target(anchor=text), (Words(text),)))
    page = Page(HtmlPrinter("zh").block(Paragraph(line, tone="note")))
    assert page.text.replace("\n", "") == (text * 3).replace("\n", "")
    assert [tag for tag, _ in page.tags if tag != "br"] == ["p", "span", "a"]


@given(TYPED)
@example('" onclick="x')
def test_an_attribute_holds_exactly_what_was_typed(text: str) -> None:
    marks = (("a", text or "-"),)
    section = Section((), tone="card", marks=marks, label=text, id=text)
    page = Page(HtmlPrinter("zh").block(section))
    (found,) = page.attributes
    assert found["data-a"] == (text or "-")
    assert {"class", "data-a"} <= set(found) <= {"class", "data-a", "aria-label", "id"}


@given(TYPED)
@example("</script><!--<script>")
@example("\u2028'&\\")
def test_data_of_a_script_is_what_it_was_and_ends_nothing(text: str) -> None:
    printed = HtmlPrinter("zh").block(Data({text: [text]}, feature="x"))
    page = Page(printed)
    assert json.loads(page.text) == {text: [text]}
    assert [tag for tag, _ in page.tags] == ["script"]
    assert not set("<>&") & set(printed.partition(">")[2].removesuffix("</script>"))


@given(st.one_of(st.text(SEEN), HOSTILE))
def test_html_shows_exactly_what_was_typed_and_is_no_template(text: str) -> None:
    escaped = for_html(text)
    assert html.unescape(escaped) == " ".join(text.split())
    assert not set("<>\"'{}") & set(escaped)
    assert Environment(autoescape=True).from_string(escaped).render() == escaped
