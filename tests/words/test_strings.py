"""No string that people read stands outside the catalogue: in the code, the theme, the scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HAN = re.compile(r"[\u3400-\u9fff]")
# What reads Chinese, to judge it, and what counts in it
READS_CHINESE = ("handbook/checks/", "handbook/words/numerals.py")
CODE = [
    path
    for package in ("handbook", "macros")
    for path in sorted((ROOT / package).rglob("*.py"))
    if not path.relative_to(ROOT).as_posix().startswith(READS_CHINESE)
]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
UNSEEN = "iframe-worker.js"  # its frame is hidden
SCRIPTS = sorted(p for p in (ROOT / "overrides").rglob("*.js") if p.name != UNSEEN)
STYLES = sorted((ROOT / "overrides").rglob("*.css"))
_COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
_JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_HIDDEN = re.compile(
    r"<(script|style)\b.*?</\1>|\{% block config %\}.*?\{% endblock %\}", re.DOTALL
)
_READ = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"|>([^<]*)<')
_LETTER = re.compile(r"[^\W\d_]")
# What scripts put where people see it, as far as it is written there and not handed to them
_SHOWN = re.compile(
    r"(?:\.(?:textContent|innerText|title|placeholder|ariaLabel)\s*=|"
    r'\b(?:alert|confirm|prompt)\(|setAttribute\("(?:aria-label|title|placeholder)",)'
    r"\s*[`\"']([^`\"']*)"
)
_MADE = re.compile(r"content:([^;}]*)")


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module, without what explains it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in explained:
            yield node.lineno, str(node.value)


@pytest.mark.parametrize("path", CODE, ids=names)
def test_code_says_nothing_in_chinese(path: Path) -> None:
    assert [found for found in literals(path) if HAN.search(found[1])] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_the_theme_says_nothing_by_itself(path: Path) -> None:
    html = _JINJA.sub("", _HIDDEN.sub("", path.read_text(encoding="utf-8")))
    told = [a or b for a, b in _READ.findall(f">{html}<")]
    assert [text for text in told if _LETTER.search(text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=names)
def test_scripts_say_nothing_by_themselves(path: Path) -> None:
    script = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    shown = (re.sub(r"\$\{[^}]*\}", "", text) for text in _SHOWN.findall(script))
    assert [text for text in shown if _LETTER.search(text)] == []
    assert [line for line in script.splitlines() if HAN.search(line)] == []


@pytest.mark.parametrize("path", STYLES, ids=names)
def test_style_sheets_say_nothing_by_themselves(path: Path) -> None:
    made = _MADE.findall(_COMMENT.sub("", path.read_text(encoding="utf-8")))
    said = [text for each in made for text in re.findall(r'"([^"]*)"', each)]
    assert [text for text in said if _LETTER.search(text)] == []
