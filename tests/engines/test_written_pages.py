"""Mistakes in hand-written pages: each is told, at its line, before MkDocs trips over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from handbook.company.book import Handbook
from handbook.engines.mkdocs import written_pages
from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.fences import mermaid
from handbook.engines.site import Settings, Site
from handbook.pages.content import PAGE_KINDS
from handbook.reading.docs import WrittenPage, docs_in
from macros.library import MACROS, Macros

MakePage = Callable[[str], WrittenPage]


@pytest.fixture
def build(book: Handbook) -> Build:
    """The good handbook as it is being built."""
    site = Site(Settings("acme", Path("policy_data"), "zh", draft=False), book)
    return Build(site, serving=False)


@pytest.fixture
def written(tmp_path: Path) -> MakePage:
    """A page under docs/ with a text of the test's."""

    def make(text: str) -> WrittenPage:
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / "help.md").write_text(text)
        (page,) = docs_in(tmp_path / "docs").pages
        return page

    return make


def page_of(typed: WrittenPage) -> Page:
    """The same as MkDocs knows it."""
    file = File(typed.name, None, "site", use_directory_urls=False)
    return Page(None, file, MkDocsConfig())


def told(build: Build, page: WrittenPage) -> list[str]:
    return [
        f"{p.place.line} {p.code} {' '.join(p.near)}".strip()
        for p in written_pages.problems(Macros(build), page)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# 标题\n\n{{ role_card('junior') }}\n{{ param('apply_days') }}\n", []),
        ("{{ link('form', 'application', label='申请表') }}\n", []),
        # HB901: an id that is not there
        ("\n{{ role_card('junor') }}\n", ["2 HB901 junior"]),
        ("甲\n\n{{ flowchart('promotion') }}\n{{ flowchart('promotion-flo') }}\n",
         ["4 HB901 promotion-flow promotion"]),
        ("{{ param('apply-days') }}\n\n{{ steps('x') }}", ["1 HB901 apply_days", "3 HB901"]),
        ("甲\n{{ role_card(\n   'junor'\n) }}\n", ["2 HB901 junior"]),
        # HB902: no template, or one that loads another
        ("甲\n{{ role_card('junior' }}\n", ["2 HB902"]),
        ("甲\n\n{% if x %}\n乙\n", ["3 HB902"]),
        ("\n{% include 'x.md' %}\n", ["2 HB902"]),
        ("\n\n{% import 'x.md' as x %}\n{% from 'y.md' import y %}\n", ["3 HB902", "4 HB902"]),
        ("{% extends 'x.md' %}\n", ["1 HB902"]),
        # HB903: a name that nothing gives
        ("甲\n\n{{ role_crad('junior') }}\n", ["3 HB903 role_card role_page"]),
        ("{{ 公司 }}\n\n{{ company_name }}\n", ["3 HB903", "1 HB903"]),
        ("companyname\n{{ company }}\n", ["2 HB903"]),
        ("{{ handbook.company }}\n{{ config.plugins }}\n", ["2 HB903", "1 HB903"]),
        ("{% set x = 1 %}{{ x }}\n", []),
        # HB905: arguments that do not fit
        ("\n{{ role_card() }}\n{{ role_card('junior', 'x') }}\n", ["2 HB905", "3 HB905"]),
        ("{{ param(id='apply_days') }}\n", ["1 HB905"]),
        ("{{ home('x') }}\n{{ link('form') }}\n", ["1 HB905", "2 HB905"]),
        ("{{ role_card(*x) }}{{ y }}\n", ["1 HB903", "1 HB903"]),
        # several mistakes of several kinds on one page, all at once
        ("{% include 'x' %}\n{{ nothing }}\n{{ role_card('x') }}\n{{ role_card() }}\n",
         ["1 HB902", "2 HB903", "3 HB901", "4 HB905"]),
        # HB908: what is not run whatever it does, and filters and tests that are not there
        ("{{ nothing }}\n{% macro f() %}{% endmacro %}\n{% set x %}{% endset %}\n{{ 1 is evn }}\n"
         "{{ 'a' | uper | nope }}\n{{ 'a' ~ 'b' }}",
         ["3 HB908", "6 HB908", "2 HB908", "5 HB908", "5 HB908 upper", "4 HB908 even", "1 HB903"]),
        # the head's lines count
        ("---\ntitle: 甲\n---\n\n{{ nothing }}\n", ["5 HB903"]),
        ("---\ntitle: 甲\n---\n\n{{ role_card('junior' }}\n", ["5 HB902"]),
        # what Jinja and Python can't cope with
        ("{{ " + "(" * 2000 + " }}", ["1 HB908"]),
        ("{{ a" + ".b" * 5000 + " }}", ["1 HB908"]),
        ("{{ " + "1" * 5000 + " }}", ["1 HB908"]),
        # what Jinja would compute while it reads
        ("{{ 10 ** 10 ** 10 }}{{ [0] * 10 ** 12 }}{{ nothing }}", ["1 HB903"]),
        ("{{ 'a' | center(10000000000000) }}", ["1 HB908"]),
        # what is no template is left alone
        ("```\n{% raw %}{{ nothing }}{% endraw %}\n```\n", []),
        ("{# nothing #}\n${x} [[role:x]] {x}\n", []),
    ],
)  # fmt: skip
def test_every_mistake_is_told_at_its_line(
    build: Build, written: MakePage, text: str, found: list[str]
) -> None:
    if "HB908" in " ".join(found):  # several kinds, each in its own order
        assert sorted(told(build, written(text))) == sorted(found)
    else:
        assert told(build, written(text)) == found


def test_the_page_is_named(build: Build, written: MakePage) -> None:
    (problem,) = written_pages.problems(Macros(build), written("{{ role_card('junor') }}"))
    assert problem.line("zh").startswith("docs/help.md:1:1: HB901 ")
    assert "“junior”" in problem.line("zh")


def test_what_only_shows_when_the_page_is_made_is_told_in_the_page(
    build: Build, written: MakePage
) -> None:
    page = written("{% set name = 'junor' %}{{ role_card(name) }}")
    assert told(build, page) == []
    build.page, build.line = page_of(page), 3
    shown = build.stash.put_back(Macros(build).table()["role_card"]("junor"))
    assert [f"{p.place} {p.code}" for p in build.page_problems] == ["docs/help.md:3:1 HB901"]
    assert "junor" in shown
    assert "HB901" in shown


def called(name: str, ids: list[str]) -> str:
    return f"{name}({', '.join(map(repr, ids))})"


def test_every_macro_that_takes_an_id_is_looked_at(build: Build, written: MakePage) -> None:
    takes = {name: macro.kinds for name, macro in MACROS.items() if macro.kinds}
    assert len(takes) >= 13
    macros = Macros(build)
    for name, kinds in takes.items():
        known = [macros.known(kind)[0] for kind in kinds]
        for n in range(len(kinds)):
            ids = [*known[:n], "no-such-id", *known[n + 1 :]]
            (problem,) = written_pages.problems(
                macros, written(f"\n{{{{ {name}({str(ids)[1:-1]}) }}}}")
            )
            assert (problem.code, problem.place.line) == ("HB901", 2), name
        assert (
            written_pages.problems(macros, written(f"{{{{ {name}({str(known)[1:-1]}) }}}}")) == []
        )


FENCED = """# 甲

```mermaid
flowchart TD
  a --> b
```

乙

~~~ {.mermaid}
flowchart TD
  a[
~~~

```mermaid
nonsense
```
"""


def test_a_drawing_that_is_none_is_told_at_its_block(
    build: Build, written: MakePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build.written = written(FENCED)
    build.page = page_of(build.written)
    drawn = [mermaid(build, source) for source in (
        "flowchart TD\n  a --> b\n", "flowchart TD\n  a[\n", "nonsense\n"
    )]  # fmt: skip
    assert "<svg" in build.stash.put_back(drawn[0])
    assert [f"{p.place} {p.code}" for p in build.page_problems] == [
        "docs/help.md:10:1 HB904",
        "docs/help.md:15:1 HB904",
    ]
    assert all("HB904" in shown for shown in drawn[1:])


def test_pages_are_listed_with_their_titles(tmp_path: Path) -> None:
    for name, text in [
        ("index.md", "# 首页"), ("b.md", "甲\n# 帮助 {: #x }\n"), ("a.md", "无标题"),
        ("sub/c.md", "# 丙\n# 丁"), ("d.txt", "# 戊"),
    ]:  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "e.md").write_text("---\ntitle: 戊\n---\n# 己")
    assert list(written_pages.listed(docs_in(tmp_path).pages)) == [
        ("a", "a.md"), ("帮助", "b.md"), ("戊", "e.md"), ("丙", "sub/c.md"),
    ]  # fmt: skip


def test_no_page_of_employees_prints_what_is_for_hr(build: Build, written: MakePage) -> None:
    build.page = page_of(written("{{ report_page() }}"))
    macros = Macros(build)
    alone = [kind for kind in PAGE_KINDS.values() if kind.for_hr]
    for kind in alone:
        macros.table()[kind.macro](*(macros.known(one)[0] for one in kind.about))
    assert len(alone) >= 4
    assert [p.code for p in build.page_problems] == ["HB907"] * len(alone)


def test_too_many_ids_are_told_though_nobody_sees_how_many_there_are(
    build: Build, written: MakePage
) -> None:
    page = written("\n{{ role_page(*['junior', 'senior']) }}{{ home(*['junior']) }}")
    build.page = page_of(page)
    build.macros = Macros(build)
    (problem,) = written_pages.filled_in(build, page, page.body)[1]
    assert (problem.code, problem.place.line) == ("HB908", 2)
    assert "role_page()" in problem.line("zh")
