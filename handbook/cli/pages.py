"""What a build would stumble on beside the data: hand-written pages, settings, theme."""

from __future__ import annotations

from dataclasses import replace

from handbook.checks.check_all import Checked
from handbook.cli.console import CONFIG, fail
from handbook.reading.library import Library
from handbook.words.problem import in_order


def with_pages(found: Checked, library: Library, lang: str) -> Checked:
    """The findings with those of the site of each company whose handbook could be made.

    Nothing is added in a folder without mkdocs.yml, where no site can be built.
    """
    if not CONFIG.exists() or not found.books:
        return found
    from handbook.engines.mkdocs.build import WrongSettings  # noqa: PLC0415
    from handbook.engines.mkdocs.site import Settings  # noqa: PLC0415 - MkDocs is slow to import
    from handbook.engines.mkdocs.trial import page_problems  # noqa: PLC0415

    data, known = library.folder.resolve(), tuple(library.companies)
    more = {}
    for company, book in found.books.items():
        settings = Settings(company, data, lang, book.draft)
        try:
            more[company] = page_problems(CONFIG, book, settings, known)
        except WrongSettings as error:
            raise fail(str(error)) from None
    by_company = {c: in_order((*ps, *more.get(c, ()))) for c, ps in found.found.items()}
    added = (problem for problems in more.values() for problem in problems)
    return replace(found, found=by_company, problems=in_order((*found.problems, *added)))
