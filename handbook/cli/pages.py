"""What a build would stumble on beside the data: hand-written pages, settings, theme."""

from __future__ import annotations

from dataclasses import replace

from handbook.checks.check_all import Checked, stopping
from handbook.cli.console import CONFIG, fail
from handbook.reading.library import Library
from handbook.words.problem import in_order


def with_pages(found: Checked, library: Library, lang: str) -> Checked:
    """The findings with those of each company's site.

    Nothing is added in a folder without mkdocs.yml, where no site can be built.
    """
    if not CONFIG.exists():
        return found
    from handbook.engines.mkdocs.build import WrongSettings  # noqa: PLC0415 - MkDocs is slow to import
    from handbook.engines.mkdocs.site import Settings  # noqa: PLC0415
    from handbook.engines.mkdocs.trial import page_problems  # noqa: PLC0415
    from handbook.publishing.notes import CannotPublish  # noqa: PLC0415

    data, known = library.folder.resolve(), tuple(library.companies)
    by_company = {}
    for company, problems in found.found.items():
        book = None if stopping(problems, draft=True) else found.books.get(company)
        settings = Settings(company, data, lang, draft=bool(book and book.draft))
        try:
            more = page_problems(CONFIG, book, settings, known)
        except WrongSettings as error:
            raise fail(str(error)) from None
        except CannotPublish as error:
            raise fail(error.note.message(lang)) from None
        by_company[company] = in_order((*problems, *more))
    every = (problem for problems in by_company.values() for problem in problems)
    return replace(found, found=by_company, problems=in_order((*found.problems, *every)))
