"""What stands where on HR's pages: values, fields, findings, timelines, rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tree import every, headings, pages

from handbook.authoring.reference import FieldRow, KindPart
from handbook.checks.explain import explained, explanation
from handbook.company.book import Handbook
from handbook.pages.blocks import (
    Code,
    Figure,
    Line,
    Paragraph,
    Row,
    Shown,
    Table,
    Toned,
    text_of,
)
from handbook.pages.layout.reference import reference_page
from handbook.pages.layout.report import report_page
from handbook.pages.layout.rule import rule_page
from handbook.pages.layout.values import values_page
from handbook.pages.views.report import ReportView, RuleView, banner, report_view, rule_view
from handbook.pages.views.timelines import ProcessTime, TimeRow
from handbook.pages.views.values import ValueGroup, value_groups
from handbook.pages.writer import Writer
from handbook.words.problem import Accepted, Place, Problem
from handbook.words.text import Text

FOUND = Problem("HB204", Place("policy_data/duties.yml", 3, 5), {"id": "A b"})
TIME = ProcessTime(
    id="promotion",
    name="晋升流程",
    rows=(TimeRow(1, "提交申请", "申请人", date(2027, 1, 4), date(2027, 1, 8)),),
    chart="gantt\n",
    end=date(2027, 3, 1),
    late=None,
    years=(2026, 2027),
    open_after=None,
)  # fmt: skip


LEAD = "report.timeline-lead"


@pytest.fixture
def w(book: Handbook) -> Writer:
    return Writer(book, "zh", for_hr=True)


def cells(row: Row) -> list[str]:
    return [text_of(cell.line) for cell in row.cells]


# —— values ——


def test_values_stand_in_groups_that_links_reach(w: Writer) -> None:
    blocks = values_page(w, value_groups(w.book, {}, "zh"))
    assert headings(blocks, 2) == ["晋升", "流程", "服务", "制度"]
    ids = {row.id for row in every(blocks, Row)}
    assert ids == set(w.book.values) - {"company_name", "company_short_name"}


def test_unfilled_values_have_a_heading_that_says_so(w: Writer) -> None:
    (group, *_) = value_groups(w.book, {}, "zh")
    blocks = values_page(w, (ValueGroup(None, group.rows),))
    assert headings(blocks, 2) == [w.say("parameters.unfilled")]


def test_a_value_stands_out_only_where_another_company_differs(w: Writer) -> None:
    row = replace(value_groups(w.book, {}, "zh")[0].rows[0], others=(("某公司", "3 年"),))
    rows = (replace(row, differs=False), replace(row, differs=True))
    found = every(values_page(w, (ValueGroup("晋升", rows),)), Row)
    tones = [[cell.tone for cell in row.cells if cell.tone] for row in found]
    assert tones == [[], ["differs"]]


def test_a_value_has_its_bounds_the_others_and_its_uses_beside_it(w: Writer) -> None:
    groups = value_groups(w.book, {}, "zh")
    row = next(r for g in groups for r in g.rows if r.parameter.id == "apply_days")
    others = (("另一公司", "7 个工作日"), ("某公司", "5 个工作日"))
    row = replace(row, others=others)
    (line,) = every(values_page(w, (ValueGroup("流程", (row,)),)), Row)
    name, _, bounds, theirs, _ = cells(line)
    assert name.split("\n")[1] == "apply_days"
    assert ("1" in bounds, "20" in bounds) == (True, True)
    assert theirs == "另一公司：7 个工作日\n某公司：5 个工作日"
    assert [shown.text for shown in every(line.cells[1], Shown)] == ["5 个工作日"]
    assert "processes/promotion/" in pages(line.cells[4])


# —— fields ——


def test_a_field_shows_whether_it_is_needed_and_an_example(w: Writer) -> None:
    rows = (FieldRow("id", 0, "代号", True, "代号", "a"), FieldRow("x", 1, "文字", False, "字", ""))
    blocks = reference_page(w, (KindPart("duty", "职责", "duties.yml", rows),))
    assert headings(blocks, 2) == ["职责"]
    needed, other = every(blocks, Row)
    assert cells(needed) == [f"id\n{w.say('reference.required')}", "代号", "代号", "a"]
    assert cells(other) == ["x", "文字", "字", ""]
    assert (needed.tone, other.tone) == ("level-0", "level-1")


# —— findings ——


def test_a_report_without_findings_says_so(w: Writer) -> None:
    blocks = report_page(w, ReportView((), (), LEAD))
    texts = [text_of(one.line) for one in every(blocks, Paragraph)]
    assert w.say("report.none") in texts


def test_findings_stand_by_severity_and_lead_to_their_rule(w: Writer) -> None:
    accepted = replace(
        FOUND, accepted=Accepted(Text("经批准", (("en", "Approved"),)), date(2027, 1, 2))
    )
    view = report_view(w.book, (FOUND, accepted, replace(FOUND, severity="warning")), "zh")
    blocks = report_page(w, replace(view, times=()))
    assert headings(blocks, 2) == [
        w.say("report.group", name=w.say(f"report.{name}"), n=1)
        for name in ("errors", "warnings", "accepted")
    ]
    errors, warnings, let = every(blocks, Table)
    place, message = errors.rows[0].cells
    assert text_of(place.line) == "policy_data/duties.yml:3:5"
    assert text_of(message.line).startswith(FOUND.message("zh"))
    assert message.blocks == warnings.rows[0].cells[1].blocks == ()
    (reason,) = every(let.rows[0].cells[1].blocks, Paragraph)
    assert text_of(reason.line).split("\n")[0] == f"{w.say('report.reason')}：经批准"


def lacking(code: str, line: int, reason: str = "open") -> Problem:
    place, facts = Place("policy_data/companies/acme/company.yml", line), {"name": f"值 {line}"}
    return Problem(code, place, facts, severity="unchecked", reason=f"unchecked.{reason}")


def test_what_was_not_checked_has_a_group_of_its_own_with_reasons(w: Writer) -> None:
    found = (FOUND, *(lacking(code, 3) for code in ("HB601", "HB603")), lacking("HB808", 4))
    view = report_view(w.book, found, "zh")
    assert [group.label for group in view.groups] == ["report.errors"]
    blocks = report_page(w, replace(view, times=()))
    title = w.say("report.group", name=w.say("report.unchecked"), n=2)
    assert headings(blocks, 2)[1:] == [title]
    _, table = every(blocks, Table)
    place, told = table.rows[0].cells
    assert text_of(place.line) == "policy_data/companies/acme/company.yml:3:1"
    assert text_of(told.line) == "“值 3”还没有填写。请填写。\nHB601、HB603"
    assert {f"rules/{code}/" for code in ("hb601", "hb603")} <= set(pages(told))
    assert "rules/hb808/" in pages(table.rows[1].cells[1])


def test_with_nothing_found_the_report_says_so_although_something_was_not_checked(
    w: Writer,
) -> None:
    many = tuple(lacking("HB601", line) for line in range(1, 10))
    blocks = report_page(w, replace(report_view(w.book, many, "zh"), times=()))
    assert w.say("report.none") in [text_of(one.line) for one in every(blocks, Paragraph)]
    (heading,) = headings(blocks, 2)
    assert "9" in heading
    (table,) = every(blocks, Table)
    assert len(table.rows) == 1
    assert "8" in text_of(table.rows[0].cells[1].line)


def test_the_banner_counts_findings_only() -> None:
    assert banner((lacking("HB601", 3),), "index.html", "zh", for_hr=True) is None
    shown = banner((FOUND, lacking("HB601", 3)), "index.html", "zh", for_hr=True)
    assert shown is not None
    assert [code for _, code, _ in shown.lines] == ["HB204"]


def test_a_rules_page_lists_where_it_could_not_judge(w: Writer) -> None:
    view = rule_view(explanation("HB601"), (lacking("HB601", 3), lacking("HB603", 3)), "zh")
    (row,) = view.rows
    assert row.message.startswith("未检查：")
    assert "未检查" in " ".join(
        text_of(c.line) for r in every(rule_page(w, view), Row) for c in r.cells
    )


@pytest.mark.parametrize("known", [True, False])
def test_a_code_leads_to_its_page_only_where_it_has_one(w: Writer, known: bool) -> None:
    code = explained()[0]
    view = report_view(w.book, (FOUND,), "zh")
    group = replace(
        view.groups[0], rows=(replace(view.groups[0].rows[0], code=code, explained=known),)
    )
    blocks = report_page(w, ReportView((group,), (), LEAD))
    assert (f"rules/{code.lower()}/" in pages(blocks)) is known


# —— timelines ——


def sentence(w: Writer, time: ProcessTime) -> Line:
    blocks = report_page(w, ReportView((), (time,), LEAD))
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Figure))
    told = blocks[at - 1]
    assert isinstance(told, Paragraph)
    return told.line


def test_a_timeline_is_a_chart_with_its_rows_below(w: Writer) -> None:
    blocks = report_page(w, ReportView((), (TIME,), LEAD))
    assert headings(blocks, 3) == ["晋升流程"]
    (figure,) = every(blocks, Figure)
    assert (figure.source, figure.id, figure.links) == ("gantt\n", "time-chart-promotion", ())
    (table,) = every(blocks, Table)
    assert cells(table.rows[0]) == [
        "1. 提交申请", "申请人", "2027 年 1 月 4 日", "2027 年 1 月 8 日",
    ]  # fmt: skip


def test_being_late_stands_out_and_being_early_does_not(w: Writer) -> None:
    for days, key in ((3, "late"), (1, "late"), (0, "early"), (-3, "early")):
        told = sentence(w, replace(TIME, late=days))
        assert [one.tone for one in every(told, Toned)] == ["strong"] * (key == "late")
        assert text_of(told).endswith(w.say(f"report.{key}", n=abs(days)))


def test_without_an_end_the_first_day_is_told_and_where_the_calendar_stops(w: Writer) -> None:
    text = text_of(sentence(w, replace(TIME, end=None, open_after=2028)))
    assert text == " ".join((
        w.say("report.from", day=w.day(date(2027, 1, 4))), w.say("report.unpublished", year=2028),
    ))  # fmt: skip


# —— rules ——


def test_a_rule_shows_only_what_is_known_of_it(w: Writer) -> None:
    for code in explained():
        known = explanation(code)
        blocks = rule_page(w, RuleView(known, ()))
        wanted = ["rules.why"] * bool(known.why("zh")) + ["rules.message"]
        wanted += ["rules.fails"] * bool(known.fails) + ["rules.passes"] * bool(known.passes)
        assert headings(blocks, 2) == [w.say(key) for key in wanted], code
        examples = [text for text in (known.fails, known.passes) if text]
        assert [one.text for one in every(blocks, Code)] == examples, code


def test_a_rule_lists_its_findings_of_this_handbook(w: Writer) -> None:
    rows = report_view(w.book, (FOUND,), "zh").groups[0].rows
    blocks = rule_page(w, RuleView(explanation(explained()[0]), rows))
    assert headings(blocks, 2)[-1] == w.say("rules.here")
    (table,) = every(blocks, Table)
    assert len(table.rows) == 1
