"""What bad luck and bad will do to a project: each takes a random generator and the folder."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

Mutation = Callable[[Random, Path], object]
CANARY = "canary-that-nobody-may-print"  # what a file outside of the project holds

WORDS = (
    "", " ", "\t", "null", "~", "true", "no", "on", "010", "1:30", "1e3", ".nan", "-0", "2026-1-4",
    "2026-02-30", "9" * 400, "1" * 18, "-1", "0.1", "1_000", "0x10", "[", "]", "{", "}", "{}", "[]", "*",
    "&a x", "*a", "!!python/object/apply:os.system [id]", "!x y", "<<", "? x", "| ", "> ", "@x", "%x", "`x`",
    "- - -", "---", "...", "--- x", "#1", "客服 #1", "甲：乙", "’", "“甲”", "\u00a0", "\u200b", "\u202e甲",
    "\ufeff", "\u2028", "\x00", "\x07", "\x1b[2J", "\x85", "\ud83d", "👩‍🏫", "e\u0301", "\u0301", "\u200d", "\ufff9",
    "𠮷", "{{ 7*7 }}", "{% raw %}", "${csat_score}", "${", "$${", "[[role:x]]", "[[role:junior|", "**", "**甲",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "../../../etc/passwd",
    "/etc/passwd", "C:\\x", "\\", "'", '"', "a" * 5000, "index", "con", "acme", "bolt", "junior", "promotion",
    "end", "click A call x()", "%%{init: {}}%%", '"]', "-->", "subgraph", "graph TD",
)  # fmt: skip
NAMES = (
    "x", "x.yml", "x.yaml", "X.YML", "x.yml ", " x.yml", "x.ylm", "x.yml（1）", "x.yml~", "x.md", "x.MD",
    "x.markdown", "x.md.bak", "README.md", "index.md", "index.html", "404.md", "404.html", "sitemap.xml",
    "templates", "templates.md", "a b.md", "甲.md", "é.md", "e\u0301.md", "x\n.md", "x\x1b[31m.md", "x\x07.yml",
    "\u202ex.yml", "%2e%2e.md", "x?y.md", "x#y.md", "x:y.md", "a" * 250, "a" * 245 + ".md", "con.md", "-x.md",
    "'x'.md", "x.svg", "x.png", "roles", "roles.yml", "company.yml", "search", "assets", "report", "compare",
    "{{ x }}.md", "<b>.md", "&amp;.md", "x.html", "x.js", "x.json", "nul.yml", "Roles", "desktop.ini", ".hidden.md",
)  # fmt: skip
EXPRESSIONS = (
    "{{ lipsum.__globals__['os'].popen('cat %s').read() }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ config }}", "{{ self }}", "{{ handbook.nodes }}", "{{ 1/0 }}", "{{ 'a' * 10**9 }}", "{{ 10**10**10 }}",
    "{{ [0]*10**8 }}", "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "{{ range(10**9) | list }}",
    "{% include '%s' %}", "{% extends 'main.html' %}", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% set x %}a{% endset %}", "{{ param }}", "{{ param() }}", "{{ param(1) }}", "{{ param('apply_days') }}",
    "{{ param(['a']) }}", "{{ param({}) }}", "{{ link('role') }}", "{{ link('role', 'junior') }}", "{{ link('role', 1, 2) }}",
    "{{ link(kind='role', identity='junior', label='<b>') }}", "{{ link('nope', 'x') }}", "{{ home() }}", "{{ careers() }}",
    "{{ role_page('junior') }}", "{{ role_card('junior') }}", "{{ step_page('junior', 'lead') }}", "{{ step_page('a') }}",
    "{{ step_page('junior', 'junior') }}", "{{ process_page('promotion') }}", "{{ flowchart('promotion') }}", "{{ steps('promotion') }}",
    "{{ any_two_roles() }}", "{{ dates() }}", "{{ glossary() }}", "{{ rule_page('HB501') }}", "{{ reference_page() }}",
    "{{ matrix_page('x') }}", "{{ ladder_chart('x') }}", "{{ policy_page('x') }}", "{{ (" * 50, "{{ a" + ".b" * 3000 + " }}",
    "{{ " + "(" * 1500 + "1" + ")" * 1500 + " }}", "{{ " + "9" * 5000 + " }}", "{% if 1 %}" * 30, "{% for x in [1] %}" * 25 + "{% endfor %}" * 25,
    "{{ 'x'.format(1) }}", "{{ '%s' % 1 }}", "{{ 1 | nope }}", "{{ 1 is nope }}", "{{ loop }}", "{% set loop = 1 %}", "{{ caller() }}",
    "{{ param('apply_days') | upper }}", "{{ varargs }}", "{% raw %}", "{#", "{{", "{%", "%}", "{{ '\\n' }}", "{{ 甲 }}", "{{ x = 1 }}",
    "{{ cycler }}", "{{ namespace() }}", "{{ dict() }}", "{% do x %}", "{% filter upper %}a{% endfilter %}", "{{ none.x }}", "{{ [][0] }}",
)  # fmt: skip
MARKDOWN = (
    "[x](nope.md)", "[x](../../x.md)", "[x](/etc/passwd)", "[x](http://[)", "[x](javascript:alert(1))", "[x](help.md#nope)",
    "[x](roles/junior/index.md)", "[x](roles/junior/index.md#nope)", "[x](roles/junior/index.html)", "[x](?a=b)", "[x](#)", "[x]()",
    "![x](%s)", "![x](x.png)", "[x](<a b.md>)", "[x](%25)", "[x](x.md?y#z)", "[x](\\x)", "[x][y]", "[y]: nope.md", "[y]: <", "<nope.md>",
    "<a href='nope'>x</a>", "<a href>x</a>", "<img>", "<a id='x' id='y'>", "<!-- ", "-->", "<![CDATA[", "<!DOCTYPE", "<?php", "</p>", "<div markdown>",
    "<script src='x.js'></script>", "<iframe src='//x'></iframe>", "<style>", "<table><tr>", "&#0;", "&nope;", "&#x110000;", "\x02klzzwxh:0000\x03",
    "# 甲 {: #x }", "# 甲 {: #x }", "{: onclick=x }", "{: =x }", "{: .a #b c=d e }", "```mermaid\ngraph TD\na-->b\n```", "```mermaid\nnope\n```",
    "```mermaid\n" + "a-->b\n" * 50 + "```", "```", "~~~", "``` {.python #x a=b}\nx\n```", "```mermaid", ">" * 300 + "x", "* " * 200 + "x", "[" * 300,
    "| a |\n|---|\n| b |", "|" * 200, "!!! note", "!!! note \"x\n    y", "    x", "\tx", "1. x\n   - y\n      - z", "***", "---", "===", "_" * 300,
    "http://x.invalid/" + "a" * 3000, "a" * 20000, "甲" * 3000, "\r\n\r", "\u2028", "\ufeff", "Note: x", "title: x", "*" * 3000, "`" * 3000,
    "[x](" * 200, "<" * 1000, "&" * 1000, "^" * 100, "\\" * 999, "[^1]: x", "*[x]: y", "x\n: y",
)  # fmt: skip
HEADS = (
    "---\ntitle: %s\n---\n", "---\n%s: x\n---\n", "---\ncompanies: [%s]\n---\n", "---\ncompanies: %s\n---\n", "---\ntemplate: %s\n---\n",
    "---\nhide: [%s]\n---\n", "---\nsearch: {exclude: %s}\n---\n", "---\nsearch: {boost: %s}\n---\n", "---\n%s\n---\n", "---\n%s\n", "---\n",
    "---\n---\n", "--- %s\n---\n", "...\n%s\n...\n", "---\r\ntitle: %s\r\n---\r\n", "---\ncompanies: [acme]\n---\n", "---\ncompanies: [bolt, acme]\n---\n",
    "---\ntitle: x\ndescription: '%s'\n---\n", "---\nrender_macros: %s\n---\n", "\n---\ntitle: x\n---\n", "---\ntemplate: 404.html\n---\n",
    "---\ntemplate: main.html\n---\n", "---\ntemplate: partials/nav.html\n---\n", "%s: %s\n", "---\nicon: %s\n---\n", "---\ndraft: true\n---\n",
)  # fmt: skip
SETTINGS = (
    "site_name: %s", "docs_dir: %s", "site_dir: %s", "theme: %s", "theme: {name: material, custom_dir: %s}", "plugins: [%s]", "plugins: {search: %s}",
    "extra: {handbook: %s}", "extra: {handbook: {company: %s}}", "extra: %s", "markdown_extensions: [%s]", "markdown_extensions: {toc: %s}",
    "extra_css: [%s]", "extra_javascript: [%s]", "nav: [%s]", "nav: {%s: x}", "use_directory_urls: true", "use_directory_urls: %s", "strict: false",
    "validation: %s", "watch: [%s]", "hooks: [%s]", "INHERIT: %s", "repo_url: %s", "edit_uri: %s", "site_url: %s", "exclude_docs: '%s'", "draft_docs: '%s'",
    "extra_templates: [%s]", "not_in_nav: '%s'", "copyright: %s", "remote_branch: %s", "%s", "%s: 1", "dev_addr: %s",
)  # fmt: skip


def _file(random: Random, folder: Path, ending: str = ".yml") -> Path | None:
    files = [p for p in sorted(folder.rglob(f"*{ending}")) if p.is_file() and not p.is_symlink()]
    return random.choice(files) if files else None


def _changed(path: Path | None, change: Callable[[list[str]], object]) -> None:
    if path is None:
        return
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    change(lines)
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))


def _word(random: Random) -> str:
    return random.choice(WORDS).encode("utf-8", "replace").decode()


def bytes_flipped(random: Random, project: Path) -> None:
    if path := _file(random, project / "policy_data"):
        raw = bytearray(path.read_bytes() or b"x")
        for _ in range(random.choice((1, 1, 2, 20))):
            raw[random.randrange(len(raw))] = random.randrange(256)
        path.write_bytes(raw)


def lines_moved(random: Random, project: Path) -> None:
    def move(lines: list[str]) -> None:
        first, second = random.randrange(len(lines)), random.randrange(len(lines))
        how = random.randrange(6)
        if how == 0:
            lines[first], lines[second] = lines[second], lines[first]
        elif how == 1:
            del lines[first : first + random.randint(1, 4)]
            lines.append("")
        elif how == 2:
            lines[second:second] = lines[first : first + random.randint(1, 8)]
        elif how == 3:
            lines[first] = " " * random.randint(1, 5) + lines[first]
        elif how == 4:
            lines[first] = lines[first].lstrip()
        else:
            lines[first] = lines[first].replace(
                *random.choice(((":", "："), ("- ", "-"), (" ", "\t")))
            )

    _changed(_file(random, project / "policy_data"), move)


def values_replaced(random: Random, project: Path) -> None:
    def replace(lines: list[str]) -> None:
        places = [n for n, line in enumerate(lines) if ":" in line or "- " in line]
        for n in random.sample(places, min(len(places), random.randint(1, 3))):
            start = re.match(r"(\s*(?:- )*(?:[\w-]+:)? ?)", lines[n])
            lines[n] = (start[1] if start else "") + _word(random)

    _changed(_file(random, project / "policy_data"), replace)


def keys_replaced(random: Random, project: Path) -> None:
    def replace(lines: list[str]) -> None:
        n = random.randrange(len(lines))
        lines[n] = re.sub(r"[\w-]+(?=:)", lambda _: _word(random), lines[n], count=1)

    _changed(_file(random, project / "policy_data"), replace)


def values_swapped(random: Random, project: Path) -> None:
    """A value of one place in another: sound YAML that says something else."""
    source = _file(random, project / "policy_data")
    found = re.findall(r": (.+)", source.read_text("utf-8", "replace")) if source else []
    value = random.choice(found) if found else "x"

    def replace(lines: list[str]) -> None:
        n = random.randrange(len(lines))
        lines[n] = re.sub(r": .+", lambda _: f": {value}", lines[n])

    _changed(_file(random, project / "policy_data"), replace)


def repeated(random: Random, project: Path) -> None:
    """One line thousands of times."""

    def repeat(lines: list[str]) -> None:
        n = random.randrange(len(lines))
        lines[n:n] = [lines[n]] * random.choice((2, 50, 3000))

    _changed(_file(random, project / "policy_data"), repeat)


def company_changed(random: Random, project: Path) -> None:
    line = random.choice(
        ("extends: %s", "logo: %s", "colour: %s", "draft: %s", "laws: [%s]", "days_off: [%s]", "address: %s",
         "values: %s", "values: {%s: 1}", "id: %s", "name: %s", "contact: %s", "effective_on: %s", "accept: [%s]")
    ).replace("%s", _word(random))  # fmt: skip
    path = project / "policy_data" / "companies" / random.choice(("acme", "bolt")) / "company.yml"
    if path.is_file():
        key = line.split(":")[0]
        kept = [
            one
            for one in path.read_text("utf-8", "replace").split("\n")
            if not one.startswith(f"{key}:")
        ]
        path.write_text("\n".join([*kept, line, ""]), encoding="utf-8")


def synonyms_changed(random: Random, project: Path) -> None:
    item = (
        f"- {{id: {_word(random) or 'x'}, name: {_word(random)}, also_called: [{_word(random)}]}}\n"
    )
    (project / "policy_data" / "synonyms.yml").write_text(item, encoding="utf-8")


def _somewhere(random: Random, project: Path) -> Path:
    folders = [
        p
        for top in ("policy_data", "docs")
        for p in (project / top, *sorted((project / top).rglob("*")))
    ]
    folders = [p for p in folders if p.is_dir() and not p.is_symlink()]
    return random.choice(folders or [project])


def renamed(random: Random, project: Path) -> None:
    path = random.choice(
        (_file(random, project / "policy_data"), _file(random, project / "docs", ".md"))
    )
    if path is None:
        return
    name = random.choice(
        (
            random.choice(NAMES),
            path.name + random.choice((" ", "~", ".bak", "（1）", "x")),
            path.stem,
        )
    )
    with suppress(OSError, ValueError):
        path.rename(path.with_name(name))


def named(random: Random, project: Path) -> None:
    """Something with an odd name: a file, a folder, a link, a pipe, a socket, one without end."""
    path = _somewhere(random, project) / random.choice(NAMES)
    with suppress(OSError, ValueError):
        _make(random, path, project)


def _make(random: Random, path: Path, project: Path) -> None:
    how = random.randrange(9)
    if how == 0:
        path.write_text(
            random.choice(("", "id: x\n", "- id: x\n", "# x\n", "<svg/>", "x" * 2_000_000))
        )
    elif how == 1:
        path.mkdir()
    elif how == 2:
        path.symlink_to(project.parent / "secret.txt")
    elif how == 3:
        path.symlink_to(
            random.choice(("/nope", "/proc/self/environ", "/dev/zero", ".", "..", path.name))
        )
    elif how == 4:
        os.mkfifo(path)
    elif how == 5:
        os.chdir(path.parent)  # a socket's whole path may have 107 bytes
        socket.socket(socket.AF_UNIX).bind(path.name)
    elif how == 6:
        path.touch()
        os.truncate(path, 2 << 30)
    elif how == 7:
        path.mkdir()
        (path / random.choice(NAMES)).write_text("# x\n")
    elif path.is_file():
        path.unlink()


def replaced_by_link(random: Random, project: Path) -> None:
    """A file or folder of ours becomes a link, a pipe or nothing."""
    found = [p for top in ("policy_data", "docs") for p in sorted((project / top).rglob("*"))]
    if not found:
        return
    path = random.choice(found)
    away = project.parent / f"away-{random.randrange(10**9)}"
    with suppress(OSError):
        path.rename(away)
        how = random.randrange(3)
        if how == 0:
            path.symlink_to(away)
        elif how == 1:
            os.mkfifo(path)


def _page(random: Random, project: Path) -> Path:
    folder = project / "docs"
    folder.mkdir(exist_ok=True)
    return folder / random.choice(("help.md", "own.md", "index.md", "sub/own.md"))


def page_written(random: Random, project: Path) -> None:
    """A page of odd parts, mostly sound otherwise."""
    secret = str(project.parent / "secret.txt")
    head = random.choice(("", "", random.choice(HEADS).replace("%s", _word(random))))
    parts = [random.choice((*MARKDOWN, *EXPRESSIONS)) for _ in range(random.randint(1, 4))]
    text = head + "\n\n".join(part.replace("%s", secret) for part in parts)
    path = _page(random, project)
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8", "replace"))


def page_changed(random: Random, project: Path) -> None:
    """The shipped page with a line of odd things in it."""

    def change(lines: list[str]) -> None:
        part = random.choice((*MARKDOWN, *EXPRESSIONS, *WORDS)).replace(
            "%s", str(project.parent / "secret.txt")
        )
        lines.insert(random.randrange(len(lines) + 1), part.encode("utf-8", "replace").decode())
        if random.random() < 0.3:
            del lines[random.randrange(len(lines))]

    _changed(_file(random, project / "docs", ".md"), change)


def page_flipped(random: Random, project: Path) -> None:
    if (path := _file(random, project / "docs", ".md")) and (raw := bytearray(path.read_bytes())):
        raw[random.randrange(len(raw))] = random.randrange(256)
        path.write_bytes(raw)


def settings_changed(random: Random, project: Path) -> None:
    path = project / "mkdocs.yml"
    line = random.choice(SETTINGS).replace("%s", _word(random))
    key = line.split(":")[0]
    text = path.read_text("utf-8")
    if random.random() < 0.5 and re.search(rf"^{re.escape(key)}:", text, re.MULTILINE):
        text = re.sub(
            rf"^{re.escape(key)}:.*\n(?:[ \-].*\n|\n)*",
            lambda _: f"{line}\n",
            text,
            flags=re.MULTILINE,
        )
    else:
        text += f"\n{line}\n"
    path.write_bytes(text.encode("utf-8", "replace"))


def settings_flipped(random: Random, project: Path) -> None:
    path = project / "mkdocs.yml"
    raw = bytearray(path.read_bytes())
    raw[random.randrange(len(raw))] = random.randrange(256)
    path.write_bytes(raw)


OF_DATA: tuple[Mutation, ...] = (
    bytes_flipped, lines_moved, lines_moved, values_replaced, values_replaced, keys_replaced, values_swapped,
    values_swapped, repeated, company_changed, synonyms_changed, renamed, named, replaced_by_link,
)  # fmt: skip
OF_PAGES: tuple[Mutation, ...] = (
    page_written,
    page_written,
    page_written,
    page_changed,
    page_flipped,
    named,
    renamed,
)
OF_SETTINGS: tuple[Mutation, ...] = (settings_changed, settings_changed, settings_flipped)
