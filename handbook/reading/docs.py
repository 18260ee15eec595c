"""The folder of hand-written pages: which of its files may be published, and what the pages say."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

from handbook.model.page_head import PageHead
from handbook.reading.folder import MAX_BYTES, Entry, TooLarge, content_of, too_large, walk
from handbook.reading.node import ListNode, MapNode, ScalarNode
from handbook.reading.source import decoded, parse
from handbook.reading.tree import no_mapping
from handbook.reading.validate import salvage, validate
from handbook.words.near import near
from handbook.words.problem import Place, Problem

PAGE = ".md"
MAX_ATTACHMENT = 50_000_000  # bytes of a picture or document that pages show
_OF_PAGES = (PAGE, ".markdown", ".mdown", ".mkdn", ".mkd")
_LEFT_OUT = "templates"  # MkDocs publishes nothing of it
_HEAD = re.compile(r"(---[ \t]*\n.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BEGUN = re.compile(r"---[ \t]*(\n|\Z)")
_ATTRIBUTES = re.compile(r"\{:[^}]*\}\s*$")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page as it was typed; ``name`` is its path below the folder, with slashes.

    ``text`` is the whole file, ``body`` what stands behind the head: both empty if it can't be
    read. ``head`` holds what is sound of the head, ``named`` the companies with their places.
    """

    name: str
    place: Place
    text: str = ""
    body: str = ""
    head: PageHead = field(default_factory=PageHead)
    named: tuple[tuple[str, Place], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """What the navigation calls it: the head's title, the first heading, the file's name."""
        headings = (line[2:] for line in self.body.splitlines() if line.startswith("# "))
        heading = _ATTRIBUTES.sub("", next(headings, "")).strip()
        return self.head.title or heading or Path(self.name).stem

    def is_for(self, company: str) -> bool:
        """Whether the company's site has it."""
        return not self.head.companies or company in self.head.companies

    def wrong_head(self, known: Collection[str]) -> tuple[Problem, ...]:
        """The page's problems and HB911, companies that are not among those ``known``.

        None are known where nobody can tell which there are.
        """
        strangers = (named for named in self.named if known and named[0] not in known)
        wrong = (Problem("HB911", at, {"id": name}, near(name, known)) for name, at in strangers)
        return (*self.problems, *wrong)


@dataclass(frozen=True, slots=True)
class Docs:
    """The files that may be published, in the order of their names, and what is wrong with the
    others; the pages among the files."""

    files: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[WrittenPage, ...] = ()

    def wrong(self, known: Collection[str]) -> tuple[Problem, ...]:
        """What can be told of the files alone; ``known`` as for ``WrittenPage.wrong_head``."""
        return (*self.problems, *(p for page in self.pages for p in page.wrong_head(known)))


def docs_in(folder: Path, label: str = "docs") -> Docs:
    """What lies in ``folder``, read once; there need be none. ``label`` is what problems call it.

    Never raises.
    """
    if not lexists(folder):
        return Docs()
    entries = walk(folder, label, _limit, enter=lambda parts: parts != (_LEFT_OUT,))
    seen = [(entry, entry.problem or _objection(entry)) for entry in entries]
    files = tuple(entry for entry, problem in seen if problem is None)
    pages = tuple(_page(entry) for entry in files if entry.path.suffix == PAGE)
    return Docs(files, tuple(problem for _, problem in seen if problem is not None), pages)


def _limit(name: str) -> int:
    return MAX_BYTES if name.endswith(PAGE) else MAX_ATTACHMENT


def _objection(entry: Entry) -> Problem | None:
    """Why a file would not be published as the page that somebody meant it to be."""
    name, place = entry.parts[-1], Place(entry.name)
    if entry.is_folder:
        return Problem("HB137", place, {"name": name})
    meant = any(ending in name.lower() for ending in _OF_PAGES)
    if meant and not name.endswith(PAGE):
        return Problem("HB136", place, {"name": name}, (f"{name.split('.')[0]}{PAGE}",))
    return None


def _page(entry: Entry) -> WrittenPage:
    name, place = "/".join(entry.parts), Place(entry.name)
    try:
        text, problem = decoded(content_of(entry.path), entry.name)
    except TooLarge:
        text, problem = None, too_large(place, MAX_BYTES)
    except OSError as error:
        text, problem = None, Problem("HB101", place, {"reason": error.strerror or str(error)})
    if text is None:
        return WrittenPage(name, place, problems=(problem,) if problem else ())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (found := _HEAD.match(text)) is None:
        open_ = (Problem("HB912", place),) if _BEGUN.match(text) else ()
        return WrittenPage(name, place, text, text, problems=open_)
    head, named, problems = _head(found[1], entry.name)
    return WrittenPage(name, place, text, text[found.end() :], head, named, tuple(problems))


def _head(text: str, label: str) -> tuple[PageHead, tuple[tuple[str, Place], ...], list[Problem]]:
    """The head, which is YAML; its first line is the file's, so that lines are the file's, too."""
    node, problems = parse(text, label)
    if node is None:  # one that says nothing is none
        return PageHead(), (), [problem for problem in problems if problem.code != "HB104"]
    if not isinstance(node, MapNode):
        return PageHead(), (), [*problems, no_mapping(node)]
    head = validate(PageHead, node, problems) or salvage(PageHead, node)
    listed = node.entries.get("companies")
    items = listed.items if isinstance(listed, ListNode) else ()
    texts = [item for item in items if isinstance(item, ScalarNode)]
    named = tuple((t.value, t.place) for t in texts if isinstance(t.value, str) and t.value)
    return head, named, problems
