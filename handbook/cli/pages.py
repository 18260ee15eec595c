"""What a build would stumble on beside the data: hand-written pages, settings, theme."""

from __future__ import annotations

from dataclasses import replace
from os.path import lexists

from handbook.checks.check_all import Checked, T
from handbook.cli.console import CONFIG, fail
from handbook.company.workshop import is_draft
from handbook.reading.library import Library
from handbook.words.problem import Place, Problem, in_order

# Pages of a company whose data has mistakes are not run: they may name what can't be read
_UNTRIED = Problem("HB908", Place("docs"), severity="unchecked", reason="unchecked.pages")


def with_pages(found: Checked[T], library: Library, lang: str) -> Checked[T]:
    """The findings with those of each company's site.

    Nothing is added in a folder that has none of these: the program's own are sound.
    """
    if not any(lexists(name) for name in (CONFIG, "docs", "overrides")):
        return found
    from handbook.engines.mkdocs.trial import page_problems  # noqa: PLC0415 - MkDocs is slow to import
    from handbook.engines.site import Settings, WrongSettings  # noqa: PLC0415
    from handbook.publishing.notes import CannotPublish  # noqa: PLC0415

    data, known = library.folder.resolve(), tuple(library.companies)
    by_company, every = {}, list(found.problems)
    for company, problems in found.found.items():
        folder = library.companies.get(company)
        draft = folder is not None and is_draft(folder)
        book = found.book(company, draft=draft) if company in found.kept else None
        try:
            more = page_problems(CONFIG, book, Settings(company, data, lang, draft), known)
        except WrongSettings as error:
            raise fail(str(error)) from None
        except CannotPublish as error:
            raise fail(error.note.message(lang)) from None
        by_company[company] = in_order((*problems, *more, *([] if book else [_UNTRIED])))
        every += more
    return replace(found, found=by_company, problems=in_order(every))
