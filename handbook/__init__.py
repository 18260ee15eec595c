"""From YAML facts to one company's career handbook.

The door for other programs: five functions that stay as they are from version to version, and what
they give. ``PROGRAMS.md`` shows their use. The rooms inside never import the door, so it may lead
to any of them; it opens them only when it is asked, so that ``import handbook`` costs nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.words.version import VERSION

if TYPE_CHECKING:
    from handbook.checks.check_all import Checked
    from handbook.company.book import Handbook
    from handbook.company.difference import Change
    from handbook.pages.listing import Edition, Page
    from handbook.reading.library import Library
    from handbook.words.problem import Problem

__version__ = VERSION
__all__ = ["Unsound", "build", "check", "diff", "load", "pages_of"]


class Unsound(Exception):
    """The data has problems that keep a site from being built: ``problems``, in their order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.line("en") for problem in problems))
        self.problems = problems


def load(data: Path) -> Library:
    """Read a ``policy_data`` folder; its mistakes are told by ``check``. Raises NoData."""
    from handbook.reading.library import load as read

    return read(data)


def check(library: Library, *companies: str, draft: bool | None = None) -> Checked[Handbook]:
    """Check some companies, or all: ``problems``, and in ``kept`` the sound handbooks by company.

    ``draft`` says whether values may be open; None leaves it to each company. Raises
    UnknownCompany.
    """
    from handbook.checks.check_all import check_each

    return check_each(library, list(companies or library.companies), lambda book: book, draft=draft)


def pages_of(book: Handbook, lang: str = "zh", edition: Edition = "employee") -> tuple[Page, ...]:
    """The pages of a handbook as data, in the order of the navigation; home comes first."""
    from handbook.engines.site import for_readers
    from handbook.pages.listing import pages_of as listed

    return listed(for_readers(book, edition), lang, edition)


def build(
    library: Library, company: str, out: Path, *,
    lang: str = "zh", edition: Edition = "employee", draft: bool = False,
) -> Path:  # fmt: skip
    """Build one company's site below ``out`` as the command does; gives its folder.

    Settings, theme and hand-written pages are those of the working folder. Raises Unsound,
    UnknownCompany, and as ``handbook.engines.Engine`` does; the old site stays then.
    """
    from handbook.checks.check_all import check_each, stopping
    from handbook.engines import USUAL, engine
    from handbook.engines.site import Settings, Site, neighbours

    found = check_each(library, [company], lambda book: book, draft=draft)
    if stopped := stopping(found.problems, draft=draft):
        raise Unsound(stopped)
    settings = Settings(company, library.folder.resolve(), lang, draft, edition)
    target = out / settings.folder_of(company)
    site = Site(
        settings, found.kept[company], findings=found.found[company],
        known=tuple(library.companies),
        neighbours=neighbours(library, lang, edition) if edition == "hr" else {},
    )  # fmt: skip
    engine(USUAL).build_site(Path("mkdocs.yml"), target, site)
    return target


def diff(old: Handbook, new: Handbook) -> tuple[Change, ...]:
    """What differs between two handbooks, item by item, each named by its id."""
    from handbook.company.difference import difference

    return difference(old, new)
