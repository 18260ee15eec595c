"""Hand-written pages as HTML: what Markdown can't cope with, and links that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.links import broken
from handbook.engines.survey import surveyed
from handbook.printing.problems import problem_list
from handbook.words.near import Guesses
from handbook.words.problem import Problem


def guarded(build: Build, page: Page) -> Callable[[MkDocsConfig, Files], None]:
    """MkDocs' step from Markdown to HTML for a page; HB916 where it ends in an error."""
    render = page.render

    def rendered(config: MkDocsConfig, files: Files) -> None:
        try:
            render(config, files)
        except Exception as error:  # of Markdown, its extensions and MkDocs
            assert build.written is not None
            reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            problem = Problem("HB916", build.written.place, {"reason": reason})
            build.page_problems.append(problem)
            note = problem_list((problem,), build.site.settings.lang)
            build.html[page.file.src_uri] = page.content = note
            page.toc = TableOfContents([])

    return rendered


def broken_links(build: Build, files: Files) -> Iterator[Problem]:
    """HB913 to HB915 in all pages, which must have been made; see links.py."""
    guesses = Guesses()
    planned = {page.address: page for page in build.site.pages}

    def ids(address: str) -> Collection[str] | None:
        if address in build.links:
            return build.links[address].ids
        return surveyed(planned[address].view).ids if address in planned else None

    for file in files.documentation_pages():
        typed, links = build.typed(file), build.links.get(file.dest_uri)
        if typed and links:
            yield from broken(typed, file.dest_uri, links.to, build.files, ids, guesses)
