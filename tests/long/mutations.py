"""What bad luck and bad will do to a project: each takes a random generator and the folder."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

Mutation = Callable[[Random, Path], object]
CANARY = "canary-that-nobody-may-print"  # what a file outside of the project holds


def _whole(part: str | list[str | list[Any]]) -> str:
    """A part is a text, or texts one after the other, some of them many times: [text, times]."""
    if isinstance(part, str):
        return part
    return "".join(one if isinstance(one, str) else one[0] * one[1] for one in part)


_PARTS: dict[str, list[Any]] = json.loads(
    Path(__file__).with_name("parts.json").read_text(encoding="utf-8")
)
PARTS = {name: tuple(map(_whole, parts)) for name, parts in _PARTS.items()}


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
    return random.choice(PARTS["words"]).encode("utf-8", "replace").decode()


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
        (
            "extends: %s",
            "logo: %s",
            "colour: %s",
            "draft: %s",
            "laws: [%s]",
            "days_off: [%s]",
            "address: %s",
            "values: %s",
            "values: {%s: 1}",
            "id: %s",
            "name: %s",
            "contact: %s",
            "effective_on: %s",
            "accept: [%s]",
        )
    ).replace("%s", _word(random))
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
            random.choice(PARTS["names"]),
            path.name + random.choice((" ", "~", ".bak", "（1）", "x")),
            path.stem,
        )
    )
    with suppress(OSError, ValueError):
        path.rename(path.with_name(name))


def named(random: Random, project: Path) -> None:
    """Something with an odd name: a file, a folder, a link, a pipe, a socket, one without end."""
    path = _somewhere(random, project) / random.choice(PARTS["names"])
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
        (path / random.choice(PARTS["names"])).write_text("# x\n")
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
    head = random.choice(("", "", random.choice(PARTS["heads"]).replace("%s", _word(random))))
    parts = [
        random.choice((*PARTS["markdown"], *PARTS["expressions"]))
        for _ in range(random.randint(1, 4))
    ]
    text = head + "\n\n".join(part.replace("%s", secret) for part in parts)
    path = _page(random, project)
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8", "replace"))


def page_changed(random: Random, project: Path) -> None:
    """The shipped page with a line of odd things in it."""

    def change(lines: list[str]) -> None:
        part = random.choice((*PARTS["markdown"], *PARTS["expressions"], *PARTS["words"])).replace(
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
    line = random.choice(PARTS["settings"]).replace("%s", _word(random))
    key = line.split(":")[0]
    text = path.read_text("utf-8", "replace")
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
    bytes_flipped,
    lines_moved,
    lines_moved,
    values_replaced,
    values_replaced,
    keys_replaced,
    values_swapped,
    values_swapped,
    repeated,
    company_changed,
    synonyms_changed,
    renamed,
    named,
    replaced_by_link,
)
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
