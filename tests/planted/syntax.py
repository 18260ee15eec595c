"""HB1xx: files and YAML. Each defect has a file of its own."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from handbook.model.kinds import KIND_BY_FOLDER
from planted.ground import Ground, Line, NoRoom, Spot, folder_of

Planter = Callable[[Ground], list[Spot]]
UNSEEN = ["\u200b", "\u202e", "\ufeff", "\u00ad", "\u2060", "\u206a", "\u17b4", "\u180b", "\ufff9",
          "\ufffb", "\u2800", "\u3164", "\x07", "\x7f"]  # fmt: skip


def _file(ground: Ground, *, companies: bool = True) -> str:
    """Any file that no other defect touches, now taken."""
    names = list(ground.files)
    ground.rng.shuffle(names)
    for name in names:
        if name.endswith("/company.yml") and not companies:
            continue
        if "blank-company" in name:
            continue
        try:
            ground.claim_file(name)
        except NoRoom:
            continue
        return name
    raise NoRoom


def _lines(ground: Ground, name: str, pattern: str) -> Iterator[Line]:
    return (line for line in ground.files[name] if re.search(pattern, line.text))


def _where(ground: Ground, pattern: str) -> tuple[str, Line]:
    """A line of that form in a file, now taken."""
    for _ in range(20):
        names = [
            n for n in ground.files if "blank-company" not in n and any(_lines(ground, n, pattern))
        ]
        name = ground.pick(names)
        try:
            ground.claim_file(name)
        except NoRoom:
            continue
        return name, ground.pick(_lines(ground, name, pattern))
    raise NoRoom


TEXT = r"^ *(- )?(name|text|summary|meaning|evidence|label|purpose|scope): [\u4e00-\u9fff]"
PLAIN = r"^ *(- )?[a-z_]+: (?!true|false)[a-z][a-z-]+$"
NUMBER = r"^ *(min|max|grade): [0-9]+$"
ANY = r"^ *(- )?[a-z_]+: [^\[{\"'#|>]"


def _reworded(ground: Ground, code: str, pattern: str, *forms: str) -> list[Spot]:
    """A line ``key: value`` written in one of the ``forms``."""
    name, line = _where(ground, pattern)
    head, value = re.split(r"(?<=:) ", line.text, maxsplit=1)
    form = ground.pick(forms)
    margin = head[: len(head) - len(head.lstrip(" "))]
    key = head.strip()[:-1]
    line.text = margin + form.replace("KEY", key).replace("VALUE", value)
    return [Spot(name, line, code)]


def not_utf8(ground: Ground) -> list[Spot]:
    name, line = _where(ground, TEXT)
    at = ground.rng.randrange(line.text.index(": ") + 2, len(line.text))
    bad = "客服".encode("gbk").decode("utf-8", "surrogateescape")
    line.text = line.text[:at] + bad + line.text[at:]
    return [Spot(name, line, "HB102")]


def unseen(ground: Ground) -> list[Spot]:
    name, line = _where(ground, ANY)
    at = ground.rng.randrange(line.indent, len(line.text) + 1)
    line.text = line.text[:at] + ground.pick(UNSEEN) + line.text[at:]
    return [Spot(name, line, "HB103")]


def unseen_escaped(ground: Ground) -> list[Spot]:
    return _reworded(ground, "HB103", TEXT, 'KEY: "VALUE\\u200b"', 'KEY: "\\u202eVALUE"')


def empty(ground: Ground) -> list[Spot]:
    name = _file(ground, companies=False)
    ground.claim(("every mention", folder_of(name)[0]))  # it may have mentioned anything
    ground.files[name][:] = [Line(ground.pick(["", "# 待补充", "---", "null"]))]
    return [
        Spot(name, ground.files[name][0] if ground.files[name][0].text == "null" else None, "HB104")
    ]


def anchor(ground: Ground) -> list[Spot]:
    return _reworded(ground, "HB105", ANY, "KEY: &x VALUE", "KEY: *x")


def tag(ground: Ground) -> list[Spot]:
    return _reworded(
        ground,
        "HB106",
        ANY,
        "KEY: !!str VALUE",
        "KEY: !x VALUE",
        "KEY: !!python/object/apply:os.system VALUE",
    )


def key_twice(ground: Ground) -> list[Spot]:
    name, line = _where(ground, r"^ *(name|text|summary|meaning|type|actor|label): ")
    head, value = line.text.split(": ", 1)
    fresh = ground.after(name, line, ground.pick([line.text, f"{head.upper()}: {value}"]))
    return [Spot(name, fresh[0], "HB107")]


def too_deep(ground: Ground) -> list[Spot]:
    return _reworded(ground, "HB108", TEXT, "KEY: " + "[" * 60 + "VALUE" + "]" * 60)


def too_large(ground: Ground) -> list[Spot]:
    name = _file(ground)
    ground.add(name, "# " + "很长" * 200_000)
    return [Spot(name, None, "HB109")]


def two_documents(ground: Ground) -> list[Spot]:
    name, line = _where(ground, r"^(- id|[a-z_]+): ")
    at = ground.files[name].index(line)
    if not any(re.match(r"[a-z-]", other.text) for other in ground.files[name][:at]):
        raise NoRoom
    fresh = Line("---")
    ground.files[name].insert(at, fresh)
    return [Spot(name, fresh, "HB110")]


def long_number(ground: Ground) -> list[Spot]:
    return _reworded(ground, "HB111", f"{NUMBER}|{TEXT}", "KEY: 110101199003074512")


def key_no_name(ground: Ground) -> list[Spot]:
    return _reworded(
        ground, "HB112", r"^ *(name|text|summary|meaning): ", "[KEY]: VALUE", "{KEY: a}: VALUE"
    )


def ambiguous(ground: Ground) -> list[Spot]:
    return _reworded(
        ground,
        "HB113",
        f"{NUMBER}|{PLAIN}|{TEXT}",
        "KEY: 010",
        "KEY: yes",
        "KEY: 1:30",
        "KEY: 2026-1-4",
        "KEY: 1e3",
        "KEY: .5",
        "KEY: 1_000",
        "KEY: ~",
    )


def no_such_day(ground: Ground) -> list[Spot]:
    return _reworded(
        ground, "HB114", f"{NUMBER}|_on: 20|{TEXT}", "KEY: 2026-02-30", "KEY: 2026-13-01"
    )


def wrong_ending(ground: Ground) -> list[Spot]:
    name = _file(ground, companies=False)
    other = name.removesuffix(".yml") + ground.pick([".yaml", ".ylm", ".yml.txt", ".YML"])
    ground.files[other] = ground.files.pop(name)
    return [Spot(other, None, "HB115")]


def _place(ground: Ground) -> str:
    company = ground.pick([None, *ground.companies])
    return f"companies/{company}/" if company else ""


def unknown_folder(ground: Ground) -> list[Spot]:
    folder = ground.pick(["rols", "notes", "documents", "policy", "岗位"])
    name = f"{_place(ground)}{folder}/x{ground.new()}.yml"
    ground.claim(name, (name.rpartition("/")[0]))
    ground.add(name, "id: x\nname: 说明")
    return [Spot(name, None, "HB116")]


def wrong_place(ground: Ground) -> list[Spot]:
    """A file one folder too deep."""
    name = _file(ground, companies=False)
    folder, _, last = name.rpartition("/")
    if not folder or (folder.startswith("companies/") and folder.count("/") == 1):
        other = f"{name.removesuffix('.yml')}/more/{last}"
    else:
        other = f"{folder}/more/{last}"
    ground.files[other] = ground.files.pop(name)
    return [Spot(other, None, "HB117")]


def _of_kinds(ground: Ground, *, one_per_file: bool) -> Iterator[str]:
    for name in ground.files:
        kind = KIND_BY_FOLDER.get(folder_of(name)[1])
        if kind is not None and kind.one_per_file == one_per_file:
            yield name


def no_mapping(ground: Ground) -> list[Spot]:
    if ground.rng.random() < 0.5:
        name = ground.pick(_of_kinds(ground, one_per_file=False))
        ground.claim_file(name)
        return [Spot(name, ground.add(name, "- 这一行只有文字")[0], "HB118")]
    name = ground.pick(_of_kinds(ground, one_per_file=True))
    ground.claim_file(name)
    for line in ground.files[name]:
        line.text = f"  {line.text}" if line.text and line.text[0] != "#" else line.text
    first = next(line for line in ground.files[name] if line.text.startswith("  "))
    first.text = f"- {first.text[2:]}"
    return [Spot(name, first, "HB118")]


def no_list(ground: Ground) -> list[Spot]:
    """A file of many things that holds one."""
    folder = ground.pick(k.folder for k in KIND_BY_FOLDER.values() if not k.one_per_file)
    name = f"{_place(ground)}{folder}/x{ground.new()}.yml"
    ground.claim(name)
    return [Spot(name, ground.add(name, f"id: x{ground.new()}\nname: 说明")[0], "HB119")]


def bad_yaml(ground: Ground) -> list[Spot]:
    """A line indented by one more or less."""
    name, line = _where(ground, r"^    +(text|name|type|evidence|within|actor|to): ")
    above = ground.files[name][ground.files[name].index(line) - 1]
    deeper = re.search(r": \S", above.text) and ground.rng.random() < 0.5
    line.text = f" {line.text}" if deeper else line.text[1:]
    return [Spot(name, line, "HB120")]


def tab(ground: Ground) -> list[Spot]:
    name, line = _where(ground, r"^  +(text|name|type|evidence|within|actor|to|meaning): ")
    spaces = ground.pick([0, line.indent - 2])
    line.text = f"{' ' * spaces}\t{line.text.lstrip()}"
    return [Spot(name, line, "HB121")]


def wide_colon(ground: Ground) -> list[Spot]:
    return _reworded(
        ground, "HB122", r"^ *(- )?[a-z_]+: [^|>]", "KEY：VALUE", "KEY： VALUE", "KEY ：VALUE"
    )


def wants_quotes(ground: Ground) -> list[Spot]:
    return _reworded(
        ground,
        "HB123",
        TEXT,
        "KEY: @VALUE",
        "KEY: %VALUE",
        "KEY: [X]VALUE",
        "KEY: `VALUE",
        "KEY: {VALUE}年",
        "KEY: VALUE: 说明",
        "KEY: - VALUE",
        "KEY: *重要*VALUE",
    )


def tight_colon(ground: Ground) -> list[Spot]:
    return _reworded(ground, "HB124", r"^ *(- )?[a-z_]+: [^|>]", "KEY:VALUE")


def wide_indent(ground: Ground) -> list[Spot]:
    name, line = _where(ground, r"^  +(text|name|type|evidence|within|actor|to|meaning): ")
    space = ground.pick(["\u3000", "\u00a0", "\u2003"])
    line.text = space * ground.pick([1, line.indent]) + line.text.lstrip()
    return [Spot(name, line, "HB125")]


def lost_quote(ground: Ground) -> list[Spot]:
    return _reworded(
        ground,
        "HB126",
        TEXT,
        'KEY: "VALUE',
        "KEY: 'VALUE",
        'KEY: "VALUE"说明',
        'KEY: VALUE"',
        'KEY: "VALUE"，"VALUE"',
    )


def backslash(ground: Ground) -> list[Spot]:
    return _reworded(ground, "HB127", TEXT, 'KEY: "D:\\共享\\VALUE"', 'KEY: "VALUE\\d"')


def no_company_file(ground: Ground) -> list[Spot]:
    folder = f"companies/new-{ground.new()}"
    ground.special[folder] = lambda data: (data / folder / "duties").mkdir(parents=True)
    return [Spot(f"{folder}/company.yml", None, "HB128")]


def link(ground: Ground) -> list[Spot]:
    folder = ground.pick(["roles", "duties", "forms", "glossary"])
    name = f"{_place(ground)}{folder}/x{ground.new()}.yml"
    ground.special[name] = lambda data: _linked(data / name)
    return [Spot(name, None, "HB129")]


def _linked(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to("/etc/hostname")


def pipe(ground: Ground) -> list[Spot]:
    folder = ground.pick(["roles", "duties", "forms", "glossary"])
    name = f"{_place(ground)}{folder}/x{ground.new()}.yml"

    def make(data: Path) -> None:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(data / name)

    ground.special[name] = make
    return [Spot(name, None, "HB130")]


def folder_as_file(ground: Ground) -> list[Spot]:
    folder = ground.pick(["roles", "duties", "forms", "glossary"])
    name = f"{_place(ground)}{folder}/x{ground.new()}.yml"
    ground.special[name] = lambda data: (data / name).mkdir(parents=True)
    return [Spot(name, None, "HB132")]


def picture(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "logo")
    ending = ground.pick(["svg", "png"])
    name = f"companies/{company}/picture{ground.new()}.{ending}"
    ground.special[name] = lambda data: (data / name).write_text("<svg/>") and None
    return [Spot(name, None, "HB133")]


def cut_off(ground: Ground) -> list[Spot]:
    if ground.rng.random() < 0.3:
        return _reworded(ground, "HB134", TEXT, "KEY: ${team_target_rate} #VALUE")
    return _reworded(
        ground, "HB134", f"{TEXT}|{PLAIN}", "KEY: VALUE #1", "KEY: VALUE #号", "KEY: #VALUE"
    )


def conflict(ground: Ground) -> list[Spot]:
    """Two people changed neighbouring lines, or whole things."""
    name, line = _where(ground, ANY)
    lines = ground.files[name]
    at = lines.index(line)
    end = min(len(lines), at + ground.rng.randint(1, 12))
    ours = lines[at:end]
    fresh = [Line("<<<<<<< HEAD"), *ours, Line("======="), *(Line(o.text) for o in ours),
             Line(">>>>>>> other")]  # fmt: skip
    lines[at:end] = fresh
    return [Spot(name, fresh[0], "HB135")]


def more_than_format(ground: Ground) -> list[Spot]:
    ground.claim("the format")
    line = next(_lines(ground, "format.yml", "^format:"))
    fresh = ground.after("format.yml", line, ground.pick(["version: 2", "note: 说明"]))
    return [Spot("format.yml", fresh[0], "HB142")]


SYNTAX: dict[str, tuple[Planter, ...]] = {
    "HB102": (not_utf8,), "HB103": (unseen, unseen_escaped), "HB104": (empty,),
    "HB105": (anchor,), "HB106": (tag,), "HB107": (key_twice,), "HB108": (too_deep,),
    "HB109": (too_large,), "HB110": (two_documents,), "HB111": (long_number,),
    "HB112": (key_no_name,), "HB113": (ambiguous,), "HB114": (no_such_day,),
    "HB115": (wrong_ending,), "HB116": (unknown_folder,), "HB117": (wrong_place,),
    "HB118": (no_mapping,), "HB119": (no_list,), "HB120": (bad_yaml,), "HB121": (tab,),
    "HB122": (wide_colon,), "HB123": (wants_quotes,), "HB124": (tight_colon,),
    "HB125": (wide_indent,), "HB126": (lost_quote,), "HB127": (backslash,),
    "HB128": (no_company_file,), "HB129": (link,), "HB130": (pipe,), "HB132": (folder_as_file,),
    "HB133": (picture,), "HB134": (cut_off,), "HB135": (conflict,),
    "HB142": (more_than_format,),
}  # fmt: skip
