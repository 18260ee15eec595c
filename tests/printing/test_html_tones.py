"""How parts of a line, tables and empty blocks are printed."""

from __future__ import annotations

import pytest

from handbook.pages.blocks import (
    Block,
    Choices,
    Inline,
    Link,
    Listing,
    Section,
    Table,
    Target,
    Toned,
    Words,
)
from handbook.printing.html import HtmlPrinter

A = (Words("a"),)


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        (Toned("", A), "<span>a</span>"),
        (Toned("note", A), '<span class="hb-note">a</span>'),
        (Toned("strong", A), "<strong>a</strong>"),
        (Toned("strong rise__after", A), '<strong class="hb-rise__after">a</strong>'),
        # A label is heard only of what has a role
        (Toned("", A, label="b"), '<span role="img" aria-label="b">a</span>'),
        (Link(Target(anchor="x"), A, "button"), '<a class="md-button" href="#x">a</a>'),
        (Words("a\n<b"), "a<br>\n&lt;b"),
    ],
)
def test_a_part_of_a_line(part: Inline, printed: str) -> None:
    assert str(HtmlPrinter("zh").line((part,))) == printed


@pytest.mark.parametrize(
    ("block", "printed"),
    [
        # The style sheets know what is empty
        (Listing((), tone="rises"), '<ul class="hb-rises"></ul>'),
        (Section((), tone="pair__before"), '<div class="hb-pair__before"></div>'),
    ],
)
def test_what_is_empty_holds_no_blank(block: Block, printed: str) -> None:
    assert str(HtmlPrinter("zh").block(block)) == printed


def test_a_table_wider_than_a_screen_scrolls_by_itself() -> None:
    table = Table((A,), (), tone="matrix__table", label="levels", wide=True)
    printed = str(HtmlPrinter("zh").block(table))
    assert printed.startswith('<div class="hb-matrix hb-matrix--wide" role="region"')


@pytest.mark.parametrize(
    ("identity", "printed"),
    [
        ("", '<label>a <select name="n">{options}</select></label>'),
        ("i", '<label for="i">a</label>\n<select id="i" name="n">{options}</select>'),
    ],
)
def test_the_label_of_a_list_with_an_id_holds_nothing_else(identity: str, printed: str) -> None:
    options = (
        '<option value="">b</option><optgroup label="c"><option value="d">e</option></optgroup>'
    )
    block = Choices(A, "n", (("", (("", "b"),)), ("c", (("d", "e"),))), identity)
    assert HtmlPrinter("zh").block(block) == printed.format(options=options)
