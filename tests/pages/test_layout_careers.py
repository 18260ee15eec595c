"""What stands where on the page of all career paths and on that of a family's levels."""

from __future__ import annotations

from tree import every, headings, pages

from handbook.company.book import Handbook
from handbook.pages.blocks import Blocks, Cell, Paragraph, Row, Section, Table, text_of
from handbook.pages.layout.careers import careers_page
from handbook.pages.layout.matrix import matrix_page
from handbook.pages.views.careers import careers_view
from handbook.pages.views.matrix import MatrixView, matrix_view
from handbook.pages.writer import Writer


def matrix(book: Handbook, view: MatrixView | None = None) -> Blocks:
    return matrix_page(Writer(book, "zh"), view or matrix_view(book, "service", "zh"))


def test_a_family_has_its_roles_in_boxes_and_a_row_for_each_career_path(book: Handbook) -> None:
    blocks = careers_page(Writer(book, "zh"), careers_view(book, "zh"))
    (cards,) = (one for one in every(blocks, Section) if one.tone == "cards")
    assert len(cards.blocks) == len(book.ladders["service"])
    (table,) = every(blocks, Table)
    way, years, numbers = table.rows[0].cells
    assert text_of(way.line).startswith("初级客服 → 高级客服\n晋升 · ")
    assert pages(way.line) == ["roles/junior/", "roles/senior/", "compare/junior--senior/"]
    assert text_of(years.line) == "2 年"
    assert "90" in text_of(numbers.line)


def test_each_table_names_its_levels_and_is_told_to_ears(book: Handbook) -> None:
    tables = list(every(matrix(book), Table))
    assert [table.label for table in tables] == headings(matrix(book), 2)
    for table in tables:
        assert [text_of(line).split("\n")[0] for line in table.head[1:]] == [
            "初级客服", "客服组长", "夜班客服", "高级客服",
        ]  # fmt: skip
        assert not table.wide
        assert all(row.cells[0].heads_row for row in table.rows)


def test_a_cell_names_its_level_and_says_whether_it_asks_more(book: Handbook) -> None:
    cells = [cell for row in every(matrix(book), Row) for cell in row.cells[1:]]
    raised = next(cell for cell in cells if cell.tone.endswith("raised"))
    assert text_of(raised.line) == "夜班客服 提高"
    assert words(raised) == ["在压力下仍能耐心倾听"]
    same = next(cell for cell in cells if cell.tone.endswith("same"))
    assert words(same) == []


def words(cell: Cell) -> list[str]:
    return [text_of(one.line) for one in every(cell.blocks, Paragraph)]
