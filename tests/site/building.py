"""Sites built for tests, and what is read out of them."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from places import PAGES, POLICY, ROOT
from typer.testing import CliRunner, Result

from handbook.checks.check_all import check_companies
from handbook.cli.app import app
from handbook.company.book import Handbook
from handbook.reading.library import load

DATA = POLICY
COMPANIES = ("lancheng-service-desk", "xingqiao-retail", "yihe-elder-care")
DRAFT = "blank-company"
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def run(*arguments: str | Path) -> Result:
    """The handbook command in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def book_of(data: Path, company: str, *, draft: bool = False) -> Handbook:
    """A company's handbook from a folder of sound data."""
    books, problems = check_companies(load(data), [company], draft=draft)
    assert problems == ()
    return books[company]


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _build(*arguments: str | Path) -> str:
    """Run ``handbook build``; a warning or another status fails the test. Gives what it said."""
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        result = run("build", *arguments)
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    assert (result.exit_code, warnings.lines) == (0, []), result.output
    return result.output


def folder_of(company: str, options: Sequence[str]) -> str:
    """The name of a site's folder, as the README promises it."""
    edition = "-hr" if "hr" in options else ""
    return f"{company}{edition}{'-draft' if '--draft' in options else ''}"


def build(company: str, data: Path, out: Path, *options: str, lang: str = "zh") -> Built:
    """Build one company's site below ``out``, by itself."""
    _build("--company", company, "--data", data, "--out", out, "--lang", lang, *options)
    folder = out / folder_of(company, options)
    return Built(company, folder, data, lang, draft="--draft" in options)


def build_all(data: Path, out: Path, *options: str) -> dict[str, Built]:
    """Build every finished company's site below ``out``, side by side."""
    _build("--all", "--data", data, "--out", out, *options)
    return {c: Built(c, out / folder_of(c, options), data) for c in COMPANIES}


@dataclass(frozen=True)
class Built:
    """A built site."""

    company: str
    folder: Path
    data: Path = DATA
    lang: str = "zh"
    draft: bool = False

    @cached_property
    def book(self) -> Handbook:
        return book_of(self.data, self.company, draft=self.draft)

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file's bytes by its path in the site."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    @cached_property
    def pages(self) -> dict[str, Document]:
        """Every HTML file, read."""
        return {name: document(self.files[name]) for name in self.files if name.endswith(".html")}


@dataclass(eq=False)
class Element:
    """An element with all text below it; ``within`` are its parents' tags from the top."""

    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


@dataclass
class Document:
    """The elements of an HTML file in their order."""

    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    @cached_property
    def ids(self) -> list[str]:
        found = (element.attributes.get("id") for element in self.elements)
        return [identity for identity in found if identity is not None]

    @property
    def text(self) -> str:
        """What people read on the page, without scripts and styles."""
        return self.all("body")[0].text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, tuple(parent.tag for parent in self.open))
        self.document.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        innermost = self.open[-1].tag if self.open else ""
        for element in self.open:
            if innermost not in ("script", "style") or element.tag == innermost:
                element.parts.append(data)


def document(source: bytes | str) -> Document:
    """Read HTML with the standard library's parser."""
    reader = _Reader()
    reader.feed(source.decode("utf-8") if isinstance(source, bytes) else source)
    reader.close()
    return reader.document


def changed(before: Built, after: Built) -> list[str]:
    """The files that differ, and those that only one of the two has."""
    names = sorted({*before.files, *after.files})
    return [name for name in names if before.files.get(name) != after.files.get(name)]


def replace(path: Path, old: str, new: str) -> None:
    """Change a line of a file; it must hold ``old`` exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def copy_of_project(target: Path) -> Path:
    """What a site is made of, the files created in the opposite order."""
    program = [ROOT / name for name in ("mkdocs.yml", "overrides", "macros", "handbook")]
    for source in (*program, PAGES, POLICY):
        for path in sorted([source, *source.rglob("*")], reverse=True):
            if path.is_file() and "__pycache__" not in path.parts:
                copied = target / path.relative_to(source.parent)
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, copied)
    return target


def build_copy(project: Path, company: str, **environment: str) -> Built:
    """Build with the program of the copy, too."""
    done = subprocess.run(
        [sys.executable, "-m", "handbook", "build", "--company", company, "--out", "out"],
        cwd=project, env={"PATH": os.environ["PATH"], "HOME": str(project), **environment},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(company, project / "out" / company)


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding)
    return path


def squeezed(text: str) -> str:
    """Text without any white space, for comparing across line breaks."""
    return "".join(text.split())
