"""A message speaks one language; only what it quotes from the place it points at is as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bad_case import CASES, bad_case
from languages import PSEUDO, pseudo_strings, pseudo_text, speaking
from places import POLICY

from handbook.checks import POLICY_RULES
from handbook.checks.check_all import check_each, look, open_in_draft
from handbook.checks.example import ID, example
from handbook.company.workshop import Workshop
from handbook.reading.library import load
from handbook.words.problem import Problem
from handbook.words.text import Text

HAN = re.compile(r"[\u3400-\u9fff]")
EMPTY = re.compile(r"(?<!\$)\{[a-z_]+\}")
NEAR = 8  # lines of a longer text below the line that is pointed at


@pytest.fixture(autouse=True, scope="module")
def _pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The catalogue and every text of the data in PSEUDO, too, where each text names a value."""
    own = Text.typed

    def typed(text: Text, lang: str) -> str:
        return f"${{company_name}}{pseudo_text(text.zh)}" if lang == PSEUDO else own(text, lang)

    with speaking(tmp_path_factory.mktemp("pseudo") / "catalogue") as speak:
        speak(PSEUDO, pseudo_strings())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Text, "typed", typed)
            yield


@pytest.fixture(scope="module")
def real() -> Workshop:
    return Workshop(load(POLICY))


def foreign(problem: Problem) -> bool:
    """Whether a message says anything Chinese but what stands at the place that it points at.

    Or leaves a place of the catalogue's string empty, as one without any fact does.
    """
    path = Path(problem.place.file)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    there = " ".join(" ".join(text.splitlines()[problem.place.line - 1 :][:NEAR]).split())
    message = problem.message(PSEUDO)
    for fact in (*problem.facts.values(), *problem.near):
        if isinstance(fact, str) and " ".join(fact.split()) in there:
            message = message.replace(fact, "")
    return HAN.search(message) is not None or EMPTY.search(message) is not None


@pytest.mark.parametrize("code", [rule.code for rule in POLICY_RULES])
def test_rules(code: str, tmp_path: Path, real: Workshop) -> None:
    folder = tmp_path / "policy_data"
    case = example(code, "fail")
    assert case is not None
    case.write(folder)
    (folder / "duties").mkdir()
    real.library.companies[ID] = load(folder).companies[ID]
    looked = look(real, ID)
    assert looked.problems
    told = (*looked.problems, *looked.unchecked)
    assert [problem.line(PSEUDO) for problem in told if foreign(problem)] == []


@pytest.mark.parametrize("name", CASES)
def test_bad_data(name: str, data: Path) -> None:
    bad_case(name).write(data)
    library = load(Path("policy_data"))
    found = check_each(library, list(library.companies), open_in_draft).reported
    assert [one.problem.line(PSEUDO) for one in found if foreign(one.problem)] == []
