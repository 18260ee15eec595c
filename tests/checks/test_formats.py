"""Text, JSON, SARIF and GitHub annotations: whatever a message holds, the format stays whole."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from handbook.checks import POLICY_RULES, rules_of
from handbook.checks.check_all import Reported, check_each, open_in_draft
from handbook.checks.formats import FORMATS
from handbook.checks.formats.plain import LISTED
from handbook.checks.laws import LAW_SETS
from handbook.checks.together import number, together
from handbook.cli.app import app
from handbook.reading.library import Library
from handbook.words.catalogue import languages, strings
from handbook.words.problem import Accepted, Place, Problem
from handbook.words.text import Text

ROOT = Path(__file__).parents[2]
HOSTILE = [
    "two\nlines", "\r\n::error::x", "50% %0A %", '"quoted" \\ \'', "a,b:c::d", "\x1b[31mred\x07",
    "\u202eturned\u2066", "\u2028\u2029\x85", "\ud800", "😀 é́ 全角：，",
    "</script>{{ x }}", "[red]x[/]",
]  # fmt: skip
NO_LINE = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def reported(text: str, **other: Any) -> Reported:
    place = Place(other.pop("file", "policy_data/roles/a.yml"), 3, 7)
    return Reported(Problem("HB212", place, {"field": text}, **other), ("acme",))


def accepted(text: str) -> Reported:
    return reported(text, accepted=Accepted(Text(text), date(2027, 1, 31)))


def unseen(text: str) -> list[str]:
    """Control characters and those that turn the direction of a line."""
    kinds = ("Cc", "Cs", "Zl", "Zp")
    turns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    return [c for c in text if unicodedata.category(c) in kinds or c in turns]


# —— text ——


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_one_line_for_each_finding(text: str) -> None:
    printed = FORMATS["text"]((reported(text), reported("x", severity="warning")), "zh")
    lines = printed.split("\n")
    assert lines[0].startswith("policy_data/roles/a.yml:3:7: HB212 ")
    assert lines[1].startswith("policy_data/roles/a.yml:3:7: HB212 ")
    assert lines[2:] == [f"    {strings('zh')['severity.warning']}"]
    assert unseen("".join(lines)) == []


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("name: x", 7, "name: x", 6),
        ("    name: x", 11, "name: x", 6),
        ("姓名：张三", 4, "姓名：张三", 6),
        ("ｎ: é\u0301x", 6, "ｎ: é\u0301x", 5),
        ("a\tb", 3, "a b", 2),
        ("a\u202eb", 3, "a�b", 2),
        ("x" * 500, 1, "x" * 100 + "…", 0),
        ("x" * 500, 400, "…" + "x" * 99 + "…", 61),
        ("好" * 90, 80, "…" + "好" * 41, 61),
    ],
)
def test_the_caret_stands_under_the_column(
    tmp_path: Path, line: str, column: int, shown: str, before: int
) -> None:
    path = tmp_path / "a.yml"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    problem = Problem("HB104", Place(path.as_posix(), 2, column))
    _, source, caret = FORMATS["text"]((Reported(problem, ()),), "zh").split("\n")
    assert (source, caret) == (f"    {shown}", f"    {' ' * before}^")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\n\n", b"a\rb\rc"])
def test_a_file_without_that_line_has_no_caret(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.yml"
    if content is not None:
        path.write_bytes(content)
    problem = Problem("HB104", Place(path.as_posix(), 9, 2))
    assert "\n" not in FORMATS["text"]((Reported(problem, ()),), "en")


def test_text_groups_by_file_and_leaves_out_what_is_accepted() -> None:
    found = (reported("a"), reported("b"), reported("c", file="z.yml"), accepted("d"))
    printed = FORMATS["text"](found, "zh")
    assert [block.count("HB212") for block in printed.split("\n\n")] == [2, 1]


def test_counts_by_severity(data: Path) -> None:
    (data / "dutys.yml").write_text("- id: a\n")
    result = CliRunner().invoke(app, ["check", "--lang", "zh"])
    assert result.exit_code == 1
    assert "1 个错误、1 处未检查。" in result.stderr
    assert "    - id: a\n    ^\n" in result.stdout


def lacking(
    code: str, line: int = 3, reason: str = "open", company: str = "acme", **facts: Any
) -> Reported:
    """A rule that could not judge, at a line of company.yml."""
    place = Place(f"policy_data/companies/{company}/company.yml", line, 3)
    facts = facts or {"name": "审核"}
    problem = Problem(code, place, facts, severity="unchecked", reason=f"unchecked.{reason}")
    return Reported(problem, (company,))


SOME = (lacking("HB601"), reported("x"), lacking("HB603"), lacking("HB601", 4, name="评估"))


def test_text_tells_what_was_not_checked_after_the_findings_a_line_for_each_thing() -> None:
    file = "policy_data/companies/acme/company.yml"
    finding, *rest = FORMATS["text"](SOME, "zh").split("\n")
    assert " HB212 " in finding
    assert rest == [
        "",
        f"{file}:3:3: HB601、HB603 未检查：“审核”还没有填写。请填写。",
        f"{file}:4:3: HB601 未检查：“评估”还没有填写。请填写。",
    ]


def test_many_of_one_kind_are_the_first_and_a_number() -> None:
    """Forty open values of a draft are no forty lines; another file, or reason, is told apart."""
    many = [lacking(f"HB60{n % 9}", n + 1, name=f"n{n}") for n in range(40)]
    other = (lacking("HB701", 1, "no-term", company="beta"), lacking("HB601", 2, company="beta"))
    lines = FORMATS["text"]((*many, *other), "zh").split("\n")
    assert [line.partition(" ")[0] for line in lines] == [
        "policy_data/companies/acme/company.yml:1:3:",
        "policy_data/companies/beta/company.yml:1:3:",
        "policy_data/companies/beta/company.yml:2:3:",
    ]
    assert "HB605 等 9 条规则 未检查" in lines[0]
    assert "“n0”" in lines[0]
    assert "另有 39 处" in lines[0]
    assert number(together(one.problem for one in (*many, *other))) == 42


@pytest.mark.parametrize("open_", [True, False])
def test_more_lines_than_anybody_reads_are_counted(open_: bool) -> None:
    many = tuple(
        lacking("HB601", company=f"c{n:03}") if open_ else reported(f"{n}")
        for n in range(LISTED + 7)
    )
    *lines, blank, rest = FORMATS["text"](many, "en").split("\n")
    assert (len(lines), blank) == (LISTED, "")
    assert rest.startswith("7 more")
    assert FORMATS["text"](many[:LISTED], "en").split("\n") == lines


def test_of_too_many_the_errors_are_told() -> None:
    warnings = [reported("w", severity="warning") for _ in range(LISTED)]
    printed = FORMATS["text"]((*warnings, reported("e"), reported("f")), "en").split("\n")
    assert [line for line in printed if "HB212" in line][-2:] == [
        FORMATS["text"]((reported(name),), "en") for name in "ef"
    ]
    assert printed.count("    warning") == LISTED - 2


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["text", "github"])
def test_a_hostile_name_stays_in_its_line(text: str, form: str) -> None:
    printed = FORMATS[form]((lacking("HB601", name=text),), "zh")
    assert len(printed.split("\n")) == 1
    assert unseen(printed) == []


def test_json_names_each_rule_that_could_not_judge() -> None:
    rows = json.loads(FORMATS["json"](SOME, "zh"))
    told = [(r["code"], r["line"], r["severity"]) for r in rows if r["severity"] == "unchecked"]
    assert told == [("HB601", 3, "unchecked"), ("HB603", 3, "unchecked"), ("HB601", 4, "unchecked")]
    assert rows[0]["message"]["en"].startswith("not checked: ")


def test_github_gets_notices() -> None:
    finding, *notices = FORMATS["github"](SOME, "zh").split("\n")
    assert finding.startswith("::error ")
    place = "file=policy_data/companies/acme/company.yml"
    assert notices == [
        f"::notice {place},line=3,col=3,title=HB601、HB603::未检查：“审核”还没有填写。请填写。",
        f"::notice {place},line=4,col=3,title=HB601::未检查：“评估”还没有填写。请填写。",
    ]


def test_sarif_says_open_and_notifies_of_what_did_not_run(sarif_schema: Draft7Validator) -> None:
    never = [lacking(code, 1, "data-first", id="acme", n=2) for code in ("HB501", "HB502")]
    log = json.loads(FORMATS["sarif"]((*SOME, *never), "zh"))
    assert [e.message for e in sarif_schema.iter_errors(log)] == []
    (run,) = log["runs"]
    told = [(r["ruleId"], r["kind"], r["level"]) for r in run["results"]]
    assert told == [
        ("HB601", "open", "none"), ("HB212", "fail", "error"),
        ("HB603", "open", "none"), ("HB601", "open", "none"),
    ]  # fmt: skip
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["properties"]["rules"]) == ("note", ["HB501", "HB502"])
    assert "acme" in note["message"]["text"]


# —— the last line ——


@pytest.mark.parametrize(
    ("laws", "broken", "told"),
    [
        (["cn"], False, "检查通过：查了 1 家公司、{n} 条规则。"),
        ([], False, "检查通过：查了 1 家公司、{n} 条规则；1 处未检查，不影响发布。"),
        (["cn"], True, "检查没有通过：查了 1 家公司、{n} 条规则；1 个错误、1 处未检查。请"),
    ],
)
@pytest.mark.parametrize("form", ["text", "github"])
def test_the_last_line_says_what_was_looked_at(
    data: Path, laws: list[str], broken: bool, told: str, form: str
) -> None:
    with (data / "companies" / "acme" / "company.yml").open("a", encoding="utf-8") as file:
        file.write(f"laws: {laws}\n")
    told = told.format(n=len(rules_of(LAW_SETS, laws)))
    if broken:
        (data / "dutys.yml").write_text("- id: a\n")
    result = CliRunner().invoke(app, ["check", "--lang", "zh", "--format", form])
    aside = broken or form == "github"
    assert (result.stderr if aside else result.stdout).splitlines()[-1].startswith(told)
    assert told not in (result.stdout if aside else result.stderr)


def test_a_company_without_anything_missing_has_no_such_number(real_library: Library) -> None:
    found = check_each(real_library, ["xingqiao-retail"], open_in_draft)
    assert [one for one in found.reported if one.problem.unchecked] == []
    said = CliRunner().invoke(
        app, ["check", "--data", str(ROOT / "policy_data"), "--company", "xingqiao-retail",
              "--lang", "en"]
    )  # fmt: skip
    n = len(POLICY_RULES)
    assert said.stdout == f"The check passed: looked at 1 company, {n} rules.\n"


# —— JSON ——


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_holds_every_finding(text: str, lang: str) -> None:
    printed = FORMATS["json"]((reported(text, severity="warning"), accepted(text)), lang)
    assert printed.isascii()
    first, second = json.loads(printed)
    assert first["message"]["zh"] == reported(text).problem.message("zh")
    assert {k: v for k, v in first.items() if k != "message"} == {
        "file": "policy_data/roles/a.yml", "line": 3, "column": 7, "code": "HB212",
        "severity": "warning", "article": None, "accepted": None, "company": ["acme"],
    }  # fmt: skip
    assert second["accepted"] == {
        "reason": dict.fromkeys(languages(), text),
        "until": "2027-01-31",
    }


def test_json_names_the_article() -> None:
    (row,) = json.loads(FORMATS["json"]((reported("x", article="severity.warning"),), "zh"))
    assert row["article"] == {lang: strings(lang)["severity.warning"] for lang in languages()}


# —— GitHub ——


@pytest.mark.parametrize("text", HOSTILE)
def test_github_reads_back_what_was_meant(text: str) -> None:
    found = (
        reported(text, file=f"a/{text}.yml"),
        reported(text, severity="warning"),
        accepted("x"),
    )
    lines = FORMATS["github"](found, "zh").split("\n")
    assert [line.split(" ", 1)[0] for line in lines] == ["::error", "::warning"]
    for line, one in zip(lines, found, strict=False):
        assert not NO_LINE.search(line.partition("title")[2])
        head, _, message = line.removeprefix("::").partition("::")
        properties = dict(pair.split("=", 1) for pair in head.split(" ", 1)[1].split(","))
        assert list(properties) == ["file", "line", "col", "title"]
        assert unescaped(properties["file"]) == one.problem.place.file
        assert (properties["line"], properties["col"], properties["title"]) == ("3", "7", "HB212")
        assert unseen(unescaped(message)) == []


def unescaped(text: str) -> str:
    for written, meant in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


# —— SARIF ——


@pytest.fixture(scope="session")
def sarif_schema() -> Draft7Validator:
    """The official schema of SARIF 2.1.0, from an npm package that carries it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm, to install the schema of SARIF")
    pinned = ROOT / "tests" / "sarif"
    name = hashlib.sha256((pinned / "package-lock.json").read_bytes()).hexdigest()[:12]
    folder = ROOT / ".cache" / "sarif" / name
    path = folder / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    if not path.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(pinned, folder, ignore=shutil.ignore_patterns("node_modules"))
        done = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    schema = json.loads(path.read_text(encoding="utf-8-sig"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_keeps_the_official_schema(sarif_schema: Draft7Validator, lang: str) -> None:
    found = [reported(text) for text in HOSTILE] + [accepted(text) for text in HOSTILE]
    found += [
        reported("x", severity="warning", file=file)
        for file in ("/tmp/a b/数据.yml", "a/岗位 100%.yml", "C:/x.yml")
    ]
    written = FORMATS["sarif"](tuple(found), lang)
    assert written.isascii()
    log = json.loads(written)
    assert [e.message for e in sarif_schema.iter_errors(log)] == []
    (run,) = log["runs"]
    assert len(run["results"]) == len(found)
    rules = run["tool"]["driver"]["rules"]
    links = {rule["id"]: rule["helpUri"] for rule in rules if "helpUri" in rule}
    assert links["HB704"].startswith("https://www.gov.cn/")
    assert "HB501" not in links
    for result, one in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "HB212"
        assert result["level"] == one.problem.severity
        assert bool(result["suppressions"]) is (one.problem.accepted is not None)
        location = result["locations"][0]["physicalLocation"]
        assert location["region"] == {"startLine": 3, "startColumn": 7}
    suppression = run["results"][len(HOSTILE)]["suppressions"][0]
    assert suppression["justification"] == HOSTILE[0]
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in run["results"]]
    assert places[0] == {"uri": "policy_data/roles/a.yml", "uriBaseId": "%SRCROOT%"}
    assert places[-2]["uri"] == "a/%E5%B2%97%E4%BD%8D%20100%25.yml"
    assert places[-3]["uri"].startswith("file:///tmp/a%20b/")
    assert places[-1] == {"uri": "file:///C:/x.yml"}


def test_the_schema_is_a_test_at_all(sarif_schema: Draft7Validator) -> None:
    log = json.loads(FORMATS["sarif"]((reported("x"),), "zh"))
    log["runs"][0]["results"][0]["level"] = "bad"
    assert list(sarif_schema.iter_errors(log))


def test_no_findings_are_a_log_all_the_same(sarif_schema: Draft7Validator) -> None:
    log = json.loads(FORMATS["sarif"]((), "zh"))
    assert [e.message for e in sarif_schema.iter_errors(log)] == []
    assert log["runs"][0]["results"] == []


# —— the command ——


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_exit_status_tells_whether_something_blocks(data: Path, form: str) -> None:
    def check() -> int:
        return CliRunner().invoke(app, ["check", "--format", form]).exit_code

    sound = check()
    (data / "dutys.yml").write_text("- id: a\n")
    assert (sound, check()) == (0, 1)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_nothing_but_the_format_is_printed(data: Path, form: str) -> None:
    (data / "dutys.yml").write_text("- id: a\n")
    result = CliRunner().invoke(app, ["check", "--all", "--format", form])
    json.loads(result.stdout)
    assert result.stderr == ""


def test_an_unknown_format_is_refused(data: Path) -> None:
    assert CliRunner().invoke(app, ["check", "--format", "xml"]).exit_code == 2
