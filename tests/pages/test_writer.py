"""How a text of the data becomes a line."""

from __future__ import annotations

from handbook.company.book import Handbook
from handbook.pages.blocks import Link, Shown, Target, Toned, Words
from handbook.pages.writer import Writer
from handbook.words.text import Text


def test_a_text_keeps_its_values_links_and_bold(book: Handbook) -> None:
    text = Text("**限${apply_days}**，见[[role:senior|上级]]、[[role:junior]]与[[actor:employee]]")
    assert Writer(book, "zh").text(text) == (
        Toned("strong", (Words("限"), Shown("5 个工作日", "申请时限"))),
        Words("，见"),
        Link(Target("roles/senior/"), (Words("上级"),)),
        Words("、"),
        Link(Target("roles/junior/"), (Words("初级客服"),)),
        Words("与"),
        Words("申请人"),
    )
