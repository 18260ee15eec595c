"""What holds for every rule of the policy: its texts, its examples, its place in the table."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from places import POLICY

from handbook.checks import POLICY_RULES, by_code
from handbook.checks.check_all import check_company
from handbook.checks.data import DATA_RULES, LATE_RULES
from handbook.checks.example import ID, Example, example
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.laws import LAW_SETS
from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule
from handbook.checks.sound_part import Doubts
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop
from handbook.model import Company
from handbook.reading.library import load
from handbook.words.catalogue import languages, strings
from handbook.words.problem import Problem

HOUSE = Path(__file__).parents[2] / "handbook"
CHECKS = HOUSE / "checks"
LISTED = re.compile(r"\bHB[5-8][0-9]{2}\b")
TODAY = date(2026, 11, 21)
each_rule = pytest.mark.parametrize("rule", POLICY_RULES, ids=[r.code for r in POLICY_RULES])
Found = Callable[[Example], set[tuple[str, int, str]]]
Checked = Callable[[Example], tuple[Handbook, tuple[Problem, ...]]]
# What a finding hangs on beside its own place: kinds of things, fields of company.yml, values
HANGS_ON = {
    "HB507": "actor", "HB522": "process value", "HB523": "process value", "HB524": "process value",
    "HB525": "value", "HB601": "days_off process", "HB602": "days_off process",
    "HB603": "days_off process", "HB604": "process", "HB606": "days_off process",
    "HB701": "contract_months contract_type", "HB702": "contract_months contract_type",
    "HB704": "contract_months contract_type value",
    "HB705": "contract_months contract_type value", "HB703": "process",
    "HB706": "contract_months contract_type", "HB716": "policy", "HB717": "form",
    "HB725": "contract_months contract_type", "HB801": "metric requirement", "HB802": "duty role",
    "HB803": "metric", "HB805": "role", "HB808": "policy", "HB809": "actor role",
    "HB810": "process", "HB853": "role",
}  # fmt: skip


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """An example company beside the real data, and its problems."""
    home = tmp_path_factory.mktemp("examples")
    real = Workshop(load(POLICY), TODAY)

    def check(case: Example) -> tuple[Handbook, tuple[Problem, ...]]:
        folder = home / "policy_data"
        shutil.rmtree(folder, ignore_errors=True)
        case.write(folder)
        (folder / "duties").mkdir()
        real.library.companies[ID] = load(folder).companies[ID]
        book, problems = check_company(real, ID)
        assert book is not None
        return book, problems

    return check


@pytest.fixture(scope="module")
def found(checked: Checked) -> Found:
    """The findings of an example company: file, line and code."""

    def find(case: Example) -> set[tuple[str, int, str]]:
        files = [(p.place.file.rpartition(f"/companies/{ID}/")[2], p) for p in checked(case)[1]]
        return {(file, p.place.line, p.code) for file, p in files}

    return find


def test_there_are_rules() -> None:
    assert len(POLICY_RULES) > 30


def test_two_rules_with_one_code_are_refused() -> None:
    rule = POLICY_RULES[0]
    with pytest.raises(ValueError, match=rule.code):
        by_code((rule, *POLICY_RULES))
    assert list(by_code(POLICY_RULES)) == [rule.code for rule in POLICY_RULES]


def test_every_file_of_examples_belongs_to_a_rule() -> None:
    files = {path for path in CHECKS.rglob("*.yml") if "catalogue" not in path.parts}
    assert files == {rule.file.with_suffix(".yml") for rule in POLICY_RULES}


@each_rule
def test_a_rule_has_its_texts(rule: Rule) -> None:
    assert re.fullmatch(r"HB[5-8][0-9]{2}", rule.code)
    assert rule.severity in ("error", "warning")
    for lang in languages():
        known = strings(lang)
        for key in (rule.code, f"{rule.code}.summary", f"{rule.code}.why", rule.article):
            assert key is None or known[key].strip()
        assert "\n" not in known[rule.code].strip()
        assert "\n" not in known[f"{rule.code}.summary"].strip()


def test_a_link_leads_to_an_official_page() -> None:
    rules = LAW_SETS["cn"].rules
    links = {rule.source.link for rule in rules if rule.source and rule.source.link}
    assert links
    assert all(re.match(r"https?://www\.(npc\.)?gov\.cn/", link) for link in links)


@each_rule
def test_the_example_that_fails_is_reported_at_its_marks(rule: Rule, found: Found) -> None:
    case = example(rule.code, "fail")
    assert case is not None
    assert {code for _, _, code in case.marks} == {rule.code}
    assert found(case) == set(case.marks)


@each_rule
def test_the_example_that_passes_is_not_reported(rule: Rule, found: Found) -> None:
    case = example(rule.code, "pass")
    assert case is not None
    assert case.marks == ()
    assert found(case) == set()


@each_rule
def test_nothing_is_told_while_what_it_hangs_on_is_wrong(rule: Rule, checked: Checked) -> None:
    case = example(rule.code, "fail")
    assert case is not None
    book, _ = checked(case)
    findings = [one for one in rule.find(book) if isinstance(one, Finding)]
    for one in findings:
        own, fields, values = [one.key], set(Company.model_fields), set(book.values)
        if one.key == COMPANY:
            field, *rest = map(str, one.path)
            own = [(k, rest[0]) for k in ("parameter", "value")] if rest else [("company", field)]
        for kind, name in (*own, *one.about):
            there = {"company": fields, "value": values}.get(kind)
            assert (kind, name) in book.things if there is None else name in there
            assert not Doubts(frozenset({(kind, name)})).allow(one)
        assert Doubts(frozenset({("role", "another"), ("company", "logo")})).allow(one)
    hangs = {name if kind == "company" else kind for one in findings for kind, name in one.about}
    assert " ".join(sorted(hangs)) == HANGS_ON.get(rule.code, "")


def test_the_real_companies_are_sound() -> None:
    workshop = Workshop(load(POLICY), TODAY)
    found: list[Problem] = []
    for company in workshop.library.companies:
        found += check_company(workshop, company, draft=company == "blank-company")[1]
    assert [problem.line("zh") for problem in found] == []


def test_a_module_of_a_folder_is_a_rule_and_nothing_lists_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "some_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "shared.py").write_text("CODES = ('HB999',)\n")
    for name, code in (("a", "HB902"), ("b", "HB901")):
        made = (
            f"from handbook.checks.rule import Rule\nRULE = Rule({code!r}, lambda book: iter(()))\n"
        )
        (folder / f"{name}.py").write_text(made)
    monkeypatch.syspath_prepend(tmp_path)
    rules = rules_in("some_rules", [str(folder)], Rule)
    assert [rule.code for rule in rules] == ["HB901", "HB902"]
    assert [rule.file for rule in rules] == [folder / "b.py", folder / "a.py"]


def test_whatever_makes_a_rule_is_found() -> None:
    """One whose RULE is called otherwise, or that stands in no rules' folder, would never run."""
    sources = {path: path.read_text("utf-8") for path in CHECKS.rglob("*.py")}
    made = {
        (c, path) for path, text in sources.items() for c in re.findall(r'Rule\(\s*"(HB\d+)', text)
    }
    assert sorted(made) == sorted((rule.code, rule.file) for rule in POLICY_RULES)


def test_a_rule_about_the_data_says_which_codes_it_has() -> None:
    rules = {rule.find.__module__.rpartition(".")[2]: rule for rule in (*DATA_RULES, *LATE_RULES)}
    for path in (CHECKS / "data").glob("*.py"):
        text = re.sub(r"^_LOSES = .*", "", path.read_text("utf-8"), flags=re.MULTILINE)
        told = set(re.findall(r'"(HB[0-9]{3})"', text.partition("\nRULE = ")[0]))
        rule = rules.get(path.stem)
        assert told == set(rule.codes if rule else ())
        assert rule is None or told.issuperset(rule.harmless)


def test_no_code_belongs_to_two_rules_about_the_data() -> None:
    codes = [code for rule in (*DATA_RULES, *LATE_RULES) for code in rule.codes]
    assert len(codes) == len(set(codes)) > 30
    assert {code for lang in languages() for code in codes if code not in strings(lang)} == set()


def test_only_a_rule_itself_names_its_code() -> None:
    """Its module, its examples and its sentences; what only tells of another rule is named here."""
    own = {rule.code: {rule.file, rule.file.with_suffix(".yml")} for rule in POLICY_RULES}
    named = {
        (path.relative_to(HOUSE).as_posix(), code)
        for path in HOUSE.rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".png")
        if "catalogue" not in path.parts
        for code in LISTED.findall(path.read_text("utf-8"))
        if path not in own.get(code, ())
    }
    assert named == {
        ("checks/example.py", "HB501"),
        ("checks/flow/unreachable.py", "HB502"),
        ("checks/laws/cn/in_time.py", "HB509"),
        ("checks/laws/cn/in_time.py", "HB513"),
    }
