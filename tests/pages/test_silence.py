"""Where the data is silent, pages claim nothing; where it says none, they say so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from places import TESTS
from tree import every, headings

from handbook.calendar.date_inputs import PathRules, rules_of
from handbook.company.book import Handbook
from handbook.pages.addresses import step_anchor
from handbook.pages.blocks import Fact, Item, Link, Paragraph, Table, text_of
from handbook.pages.content import Around, content
from handbook.pages.search.answers import answers
from handbook.pages.writer import Writer

sys.path.append(str(Path(TESTS) / "checks"))
from changing import changed, with_steps, written


def with_way(book: Handbook, **fields: Any) -> Handbook:
    (way,) = written(book.roles["junior"].paths)
    way = {name: field for name, field in {**way, **fields}.items() if field is not None}
    return changed(book, "role", "junior", paths=[way])


def facts(book: Handbook, kind: str, *about: str, lang: str = "zh") -> dict[str, str]:
    blocks = content(Writer(book, lang), Around(), kind, *about)
    return {text_of(fact.name): text_of(fact.line) for fact in every(blocks, Fact)}


def test_no_years_on_purpose_are_said(book: Handbook) -> None:
    meant = with_way(book, tenure="none")
    assert facts(meant, "role", "junior")["任职年限"] == "不设最低年限"
    assert facts(meant, "step", "junior", "senior", lang="en")["Time in the present role"] == (
        "no minimum time"
    )
    (table,) = every(content(Writer(meant, "zh"), Around(), "careers"), Table)
    assert text_of(table.rows[0].cells[1].line) == "不设最低年限"
    said = [one for one in answers(meant, "en") if "years" in one.questions and "初级" in one.text]
    assert [one.text for one in said] == ["From 初级客服 to 高级客服: no minimum time"]
    silent = with_way(book, tenure=None)
    assert not {"任职年限", "在现岗位满"} & facts(silent, "role", "junior").keys()
    assert not [
        one for one in answers(silent, "en") if "years" in one.questions and "初级" in one.text
    ]


def test_a_way_without_a_process_says_neither_when_nor_how_nor_who(book: Handbook) -> None:
    bare = with_way(book, process=None, tenure=None, requirements=None)
    for kind, about in (("role", ("junior",)), ("step", ("junior", "senior"))):
        told = facts(bare, kind, *about)
        assert not {"何时申请", "怎样办理", "谁来决定", "在现岗位满"} & told.keys()
    assert facts(bare, "role", "junior")["晋升"] == "高级客服"
    assert rules_of(bare, bare.roles["junior"]).paths == (PathRules("senior", None, 0, (), None),)
    assert rules_of(with_way(book, process=None), bare.roles["junior"]).paths


def test_no_deadline_on_purpose_is_said_and_no_date_is_told_of_what_follows(
    book: Handbook, filled_books: dict[str, Handbook]
) -> None:
    meant = with_steps(book, "promotion", decide={"within": "none"})
    items = every(content(Writer(meant, "zh"), Around(), "process", "promotion"), Item)
    (step,) = (one for one in items if one.id == step_anchor("decide"))
    assert "不设时限" in str(step)
    retail = filled_books["xingqiao-retail"]
    role = next(one for one in retail.roles.values() if one.confirmation)
    assert role.confirmation
    process = str(role.confirmation.process)
    decides = next(str(s.id) for s in retail.processes[process].steps if s.decides)
    assert rules_of(retail, role).confirmation
    endless = with_steps(retail, process, **{decides.replace("-", "_"): {"within": "none"}})
    assert rules_of(endless, role).confirmation is None
    assert rules_of(endless, role).open


def test_at_any_time_is_not_guessed(book: Handbook) -> None:
    assert "何时申请" not in facts(book, "process", "promotion")
    told = [
        text_of(fact.line)
        for fact in every(content(Writer(book, "zh"), Around(), "role", "junior"), Fact)
    ]
    assert not any("随时" in line for line in told)


def test_only_the_top_of_a_family_has_no_higher_role(book: Handbook) -> None:
    """There, too, only where no way leads on; in between nothing is said."""
    top = max(book.ladders["service"], key=lambda role: role.grade)
    said = "本序列目前没有更高的岗位。"
    for role in book.ladders["service"]:
        alone = changed(book, "role", str(role.id), paths=[])
        blocks = content(Writer(alone, "zh"), Around(), "role", str(role.id))
        at_top = role.grade == top.grade
        assert (said in [text_of(p.line) for p in every(blocks, Paragraph)]) is at_top
        assert ("下一步" in headings(blocks, 2)) is at_top
        jumps = [text_of(link.line) for link in every(blocks, Link) if link.to.anchor == "next"]
        assert bool(jumps) is at_top


def test_a_transfer_is_not_further_up(book: Handbook) -> None:
    for kind, words in (("promotion", "再往上：到夜班客服"), ("transfer", "还可转岗：到夜班客服")):
        further = changed(book, "role", "senior", paths=[{"to": "night", "type": kind}])
        blocks = content(Writer(further, "zh"), Around(), "step", "junior", "senior")
        assert words in [text_of(link.line) for link in every(blocks, Link)]
