"""What all tests share: the good handbook, the tests' policy, and golden files."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from languages import Speak, speaking
from places import POLICY, TESTS

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.engines.mkdocs import template_cache
from handbook.reading.library import Library, load

GOOD = TESTS / "data" / "good"
# Handbooks are many small objects that live to the end: looking through them takes a tenth
gc.set_threshold(50_000, 50, 100)
Golden = Callable[[str, str], None]

settings.register_profile(
    "handbook",
    deadline=None,
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "100")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("handbook")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a file; ``--update-golden`` rewrites the file instead."""
    renew = bool(request.config.getoption("--update-golden"))

    def compare(path: Path, actual: str) -> None:
        if renew:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.rstrip("\n").encode() + b"\n")
        assert path.is_file(), f"{path} is missing: run pytest --update-golden"
        assert actual.splitlines() == path.read_bytes().decode().splitlines()

    return compare


@pytest.fixture
def golden(expect: Callable[[Path, str], None]) -> Golden:
    """Compare a text with ``tests/golden/<name>``."""
    return lambda name, actual: expect(TESTS / "golden" / name, actual)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compiled templates are kept for all tests: those of the theme are always the same."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, templates: Path) -> Path:
    """A copy of the good handbook that a test may spoil; the working folder is above it."""
    monkeypatch.setattr(template_cache, "FOLDER", templates)
    folder = tmp_path / "policy_data"
    shutil.copytree(GOOD, folder)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ``handbook serve`` tells MkDocs by the environment is forgotten after the test."""
    for name in ("COMPANY", "DRAFT", "EDITION", "LANG"):
        monkeypatch.setenv(f"HANDBOOK_{name}", "")
        monkeypatch.delenv(f"HANDBOOK_{name}")


@pytest.fixture
def speak(tmp_path: Path) -> Iterator[Speak]:
    """Adds a language with these strings, for this test alone."""
    with speaking(tmp_path / "catalogue") as add:
        yield add


@pytest.fixture(scope="session")
def book() -> Handbook:
    """The good handbook's only company."""
    books, problems = check_companies(load(GOOD), ["acme"])
    assert problems == ()
    return books["acme"]


@pytest.fixture(scope="session")
def real_library() -> Library:
    return load(POLICY)


@pytest.fixture(scope="session")
def real_books(real_library: Library) -> dict[str, Handbook]:
    """The handbooks of the companies in the tests' policy."""
    books, problems = check_companies(real_library, list(real_library.companies))
    assert problems == ()
    return books


@pytest.fixture(scope="session")
def filled_books(real_books: dict[str, Handbook]) -> dict[str, Handbook]:
    """Those of them that are no draft: the example companies."""
    filled = {company: book for company, book in real_books.items() if not book.company.draft}
    assert len(filled) == 3
    return filled
