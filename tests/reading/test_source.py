"""Reading YAML: nothing raises, every problem has a place in the file, data survives."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from handbook.reading.node import place_of, plain
from handbook.reading.source import MAX_BYTES, fold, parse, read
from handbook.words.problem import Place, Problem

# Made of what YAML gives a meaning to, so that most examples are nearly right
YAMLISH = st.lists(
    st.sampled_from(
        [*"abé年：:-?[]{},#&*!|>'\"%@`~ \n\t\r．", ": ", "- ", "\n  ", "---\n", "...\n", "<<: ",
         "id: x\n", "name：", "no", "010", "1:30", "2026-1-4", ".nan", "&a ", "*a", "!!str ",
         "\\", "null", "true", "${x}", "[[role:x]]", "\r\n"]
    ),
    max_size=25,
).map("".join)  # fmt: skip
# Letters and marks without a shape, which are refused as well
BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
BLANKS += "".join(map(chr, range(0xE0100, 0xE01F0)))
SEEN = st.characters(
    exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters=BLANKS
)
TEXT = st.text(SEEN, max_size=20)
SCALARS = st.one_of(TEXT, st.integers(-(10**13), 10**13), st.booleans(), st.dates(date(1900, 1, 1)))
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(TEXT, inner, max_size=4).filter(
            lambda d: len({fold(key) for key in d}) == len(d)
        ),
    ),
    max_leaves=12,
)


class PlainDumper(yaml.SafeDumper):
    """Writes a list that occurs twice out twice: anchors are refused."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def inside(problem: Problem, text: str) -> bool:
    """Whether a problem's place is one that an editor can jump to."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line, column = problem.place.line, problem.place.column
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


@given(st.one_of(st.text(), YAMLISH))
@example("s: \ufffe")
@example("a: 1\nsummary: '接听\nb: 1\n")
@example("|\n id：x")
@example("\u2028a：b\n\u0085c")
def test_any_text_gives_data_or_problems_with_places_in_the_file(text: str) -> None:
    root, problems = parse(text, "x.yml")
    assert root is not None or problems
    for problem in problems:
        assert inside(problem, text), (problem, text)
        assert problem.message("zh")
        assert problem.message("en")


@given(st.binary(max_size=200))
def test_any_bytes_give_data_or_problems(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(raw)
    root, problems = read(path, "x.yml")
    assert root is not None or problems


@given(st.one_of(st.lists(DATA, max_size=4), st.dictionaries(TEXT, DATA, max_size=0), DATA))
@example({"a": ["no", "010", "1e3", "2026-1-4", "~", "", "id：x", "true", "null", ".5"]})
def test_what_yaml_writes_is_read_back_equal(data: object) -> None:
    text = yaml.dump({"data": data}, Dumper=PlainDumper, allow_unicode=True, sort_keys=False)
    root, problems = parse(text, "x.yml")
    # yaml leaves 1e3 and the like unquoted; they are read as typed and reported all the same
    # and so is half a pair of quotes at the end of a text
    assert {problem.code for problem in problems} <= {"HB113", "HB126"}
    assert root is not None
    assert plain(root) == {"data": data}


def test_values_are_read_as_a_person_reads_them() -> None:
    text = (
        "a: 1\nb: -2.50\nc: 2026-01-04\nd: true\ne: False\nf: '1'\ng: 1.2.3\nh: 1-2\ni: yes sir\n"
    )
    root, problems = parse(text, "x.yml")
    assert root is not None
    assert plain(root) == {
        "a": 1, "b": -2.5, "c": date(2026, 1, 4), "d": True, "e": "False", "f": "1",
        "g": "1.2.3", "h": "1-2", "i": "yes sir",
    }  # fmt: skip
    assert problems == []


def test_every_value_knows_its_line_and_column() -> None:
    root, _ = parse("职责:\n  - 甲: 一\n    乙: [x, 二]\n", "x.yml")
    assert root is not None
    assert place_of(root, ("职责", 0, "乙", 1)) == Place("x.yml", 3, 12)
    assert place_of(root, ("职责", 0, "乙"), of_key=True) == Place("x.yml", 3, 5)
    assert place_of(root, ("职责", 7, "missing")) == Place("x.yml", 2, 3)


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert read(path, "x.yml") == (None, [Problem("HB109", Place("x.yml"), {"limit": 1000})])
    path.write_bytes(b"a: 1\n".ljust(MAX_BYTES, b"#"))
    assert read(path, "x.yml")[1] == []


@pytest.mark.parametrize("name", ["missing.yml", "."])
def test_what_cannot_be_opened_is_a_problem(tmp_path: Path, name: str) -> None:
    root, problems = read(tmp_path / name, "x.yml")
    assert root is None
    assert [problem.code for problem in problems] == ["HB101"]


@given(TEXT)
def test_fold_makes_equal_what_looks_equal(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  x: [1\n- id: b\n",  # what the syntax explains
        "- id: a\n<<<<<<< b\n",  # left by version control
        "- id: a\u202e\n",  # unseen
        "- id: a\n  name: 'b\n  text: c\n  x: d'\n",  # swallowed
        "- id: a\n  id: b\n",  # names another line
        "- id: no\n",
        "# nothing\n",
    ],
)
def test_what_stands_below_other_lines_is_found_where_it_stands(text: str) -> None:
    _, alone = parse(text, "x.yml")
    _, below = parse(text, "x.yml", above=7)
    assert alone
    for one, other in zip(alone, below, strict=True):
        assert (other.code, other.place.column) == (one.code, one.place.column)
        assert other.place.line == one.place.line + 7
        if "line" in one.facts:
            assert other.facts["line"] == one.facts["line"] + 7
