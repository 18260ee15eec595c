"""Every planter by code, what can't be planted, and one run: plant some defects, check, compare."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import chdir, suppress
from pathlib import Path

from handbook.checks.check_all import check_each
from handbook.reading.library import load
from planted.changes import CHANGES
from planted.fields import FIELDS
from planted.ground import Ground, NoRoom, Spot, read_ground
from planted.links import LINKS
from planted.policies import POLICIES
from planted.syntax import SYNTAX

Named = tuple[str, int, str]  # file, line, code
Planter = Callable[[Ground], list[Spot]]
PLANTERS: dict[str, tuple[Planter, ...]] = {**SYNTAX, **FIELDS, **CHANGES, **LINKS, **POLICIES}
NOT_IN_DATA = {
    "HB101": "a file that may not be read: a matter of rights, and root may read everything",
    "HB131": "a folder that may not be opened: the same",
    "HB136": "about hand-written pages in docs/, which check does not read",
    "HB137": "about hand-written pages in docs/, which check does not read",
    "HB138": "no older format is read the same way by this program",
    "HB139": "data of an older format: nothing else is read, so it stands alone",
    "HB140": "data of a newer format: nothing else is read, so it stands alone",
    "HB141": "data of an unknown format: nothing else is read, so it stands alone",
    "HB143": "a migration that was interrupted: nothing else is read, so it stands alone",
    "HB144": "a field in the way of a migration: there is no step yet that renames one",
    "HB299": "what pydantic might say beside all that has a code; nothing is known to cause it",
    "HB318": "what a company doesn't take: uses: changes all of its handbook; see test_taking.py",
    "HB443": "the same",
    "HB444": "hidden from some and named by what all see: two places; see test_audience.py",
    "HB445": "the same",
    "HB319": "the base changed since it was accepted: see test_base_changes.py",
    "HB320": "the same",
    "HB321": "the same",
    "HB322": "base.lock, which no person writes: see test_base_changes.py",
    "HB323": "the same",
    "HB420": "a value above the greatest of a parameter without a least: every type of number has "
             "a least value, so HB414 tells it",
    "HB426": "draft: true is told where a site is built without --draft, check takes it as a draft",
}  # fmt: skip


def planted(ground: Ground, codes: list[str], tries: int = 20) -> list[Spot]:
    """Plant one defect of each code. Raises NoRoom if one finds no place."""
    spots: list[Spot] = []
    for code in codes:
        for attempt in range(tries):
            before = _kept(ground)
            try:
                spots += ground.pick(PLANTERS[code])(ground)
                break
            except NoRoom:
                _restore(ground, before)
                if attempt == tries - 1:
                    raise
    return spots


def _planted_somehow(seed: int, sound: Path, codes: list[str]) -> tuple[Ground, list[Spot]]:
    """Where one finds no room beside the others, they stand elsewhere; in the end one is left out.

    Raises NoRoom if not even two find room.
    """
    rng = random.Random(seed)
    for attempt in range(40):
        ground = read_ground(sound, rng)
        order = rng.sample(codes, len(codes) - attempt // 10)
        with suppress(NoRoom):
            return ground, planted(ground, order)
    raise NoRoom


def _kept(ground: Ground) -> tuple[object, ...]:
    texts = [
        (name, lines, [(line, line.text) for line in lines]) for name, lines in ground.files.items()
    ]
    return texts, set(ground.hit), set(ground.needed), dict(ground.special)


def _restore(ground: Ground, kept: tuple) -> None:
    texts, ground.hit, ground.needed, ground.special = kept
    ground.files.clear()
    for name, lines, pairs in texts:
        for line, text in pairs:
            line.text = text
        lines[:] = [line for line, _ in pairs]
        ground.files[name] = lines


def drawn(seed: int, codes: list[str]) -> list[str]:
    """Two to eight codes; every code comes round equally often."""
    rng = random.Random(seed)
    ring = codes * 8
    random.Random(0).shuffle(ring)
    at = sum(random.Random(i).randint(2, 8) for i in range(seed)) % len(ring)
    size = rng.randint(2, 8)
    return list(dict.fromkeys((ring * 2)[at:]))[:size]  # however often one stands beside itself


def run(seed: int, sound: Path, place: Path, codes: list[str]) -> tuple[set[Named], set[Named]]:
    """What was planted and what was told; ``sound`` is a policy_data, ``place`` a free folder."""
    ground, spots = _planted_somehow(seed, sound, codes)
    data = place / "policy_data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(sound, data)
    _write(ground, data)
    with chdir(place):
        library = load(Path("policy_data"))
        problems = check_each(library, list(library.companies), lambda _: None).problems
    told = {(p.place.file.removeprefix("policy_data/"), p.place.line, p.code) for p in problems}
    return {(s.file, ground.number(s), s.code) for s in spots}, told


def _write(ground: Ground, data: Path) -> None:
    for path in [*data.rglob("*.yml")]:
        if path.relative_to(data).as_posix() not in ground.files:
            path.unlink()
    for name, lines in ground.files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{line.text}\n" for line in lines)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for make in ground.special.values():
        make(data)
