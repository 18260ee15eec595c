"""What the glossary says of competencies."""

from __future__ import annotations

from pathlib import Path

import pytest
from tree import every

from handbook.checks.check_all import check_companies
from handbook.pages.blocks import Blocks, Fact, Heading, Item, Link, Paragraph, text_of
from handbook.pages.layout.glossary import glossary_page
from handbook.pages.views.glossary import glossary_view
from handbook.pages.writer import Writer
from handbook.reading.library import load

COMPETENCY = """\
- id: listening
  name: 倾听
  description: 听懂别人要什么
  levels:
    - {id: basic, name: 基本, description: 听完再说}
    - {id: expert, name: 精通}
  examples: [复述要点, 不打断]
  links:
    - {address: "https://example.com/a?b=c#d", label: 怎样倾听}
"""


def glossary(data: Path) -> Blocks:
    (data / "competencies.yml").write_text(COMPETENCY, encoding="utf-8")
    path = data / "requirements.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("id: patience-1\n", "id: patience-1\n  competency: listening\n"), "utf-8"
    )
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    w = Writer(books["acme"], "zh")
    return glossary_page(w, glossary_view(w.book, "zh"))


def test_a_competency_with_all_that_it_has(data: Path) -> None:
    blocks = glossary(data)
    assert "competency-listening" in [one.id for one in every(blocks, Heading)]
    assert "听懂别人要什么" in [text_of(one.line) for one in every(blocks, Paragraph)]
    found = {
        text_of(fact.name): [text_of(i.line) for i in every(fact.blocks, Item)]
        or text_of(fact.line)
        for fact in every(blocks, Fact)
    }
    assert found["熟练程度"] == ["基本：听完再说", "精通"]
    assert found["例如"] == ["复述要点", "不打断"]
    assert found["延伸阅读"] == ["怎样倾听"]
    # patience-2 expands on patience-1, so whoever asks it asks the competency, too
    assert found["要求这项能力的岗位"] == "初级客服、客服组长、夜班客服、高级客服"
    assert "https://example.com/a?b=c#d" in [one.to.outside for one in every(blocks, Link)]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "ftp://example.com/", "//example.com/",
        "https://name:word@example.com/", "example.com", "https://", "https://a.example/<b>",
        'https://a.example/"x', "mailto:a@example.com",
    ],
)  # fmt: skip
def test_a_link_leads_to_a_page_of_the_web(data: Path, address: str) -> None:
    (data / "competencies.yml").write_text(
        COMPETENCY.replace('"https://example.com/a?b=c#d"', f"'{address}'"), encoding="utf-8"
    )
    _, problems = check_companies(load(data), ["acme"])
    assert [problem.code for problem in problems] == ["HB221"]
