"""Text of the data stays text: in Markdown, in headings with attributes, in HTML."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import markdown

from handbook.printing.escape import for_html, for_markdown

SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
HOSTILE = st.lists(
    st.sampled_from(
        [*"a年#*_`[](){}<>|&!\\:=\"'~^+-. 1", "<script>", "<img onerror=x>", "](javascript:x)",
         "{: onclick=x }", "{{ x }}", "{% x %}", "&amp;", "&#60;", "```", "***", "[^1]", "[TOC]",
         "http://a.b", "<http://a.b>", "- ", "1. ", "> ", "$$x$$", ":material-x:", "==x==", "--"]
    ),
    max_size=15,
).map("".join)  # fmt: skip
EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "footnotes", "def_list", "abbr", "smarty"]


class Shown(HTMLParser):
    """What a reader sees, and which elements there are."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", list[tuple[str, tuple[str, ...]]]()
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))


@given(st.one_of(st.text(SEEN, min_size=1), HOSTILE).filter(str.strip))
@example("a {: onclick=x }")
@example("1. a")
@example("    code")
def test_markdown_shows_exactly_what_was_typed(text: str) -> None:
    typed = " ".join(text.split())
    page = Shown(markdown(f"## {for_markdown(text)} {{: #id }}\n", extensions=EXTENSIONS))
    assert page.text.strip() == typed
    assert page.tags == [("h2", ("id",))]


@given(st.one_of(st.text(SEEN, min_size=1), HOSTILE).filter(str.strip))
def test_a_paragraph_of_markdown_shows_exactly_what_was_typed(text: str) -> None:
    page = Shown(markdown(for_markdown(text), extensions=EXTENSIONS))
    assert page.text.strip() == " ".join(text.split())
    assert page.tags == [("p", ())]


@given(st.one_of(st.text(SEEN), HOSTILE))
def test_html_shows_exactly_what_was_typed_and_is_no_template(text: str) -> None:
    escaped = for_html(text)
    assert html.unescape(escaped) == " ".join(text.split())
    assert not set("<>\"'{}") & set(escaped)
    assert Environment(autoescape=True).from_string(escaped).render() == escaped
