"""What is for others stands in no byte of a site: marks in every text of every kind of item."""

from __future__ import annotations

import gzip
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, get_args

import pytest
from places import POLICY

from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.engines import USUAL, engine
from handbook.engines import site as site_module
from handbook.engines.site import Settings, Site
from handbook.model.base import Audience, Model, ReadBySome, Thing, Word
from handbook.pages.listing import Edition
from handbook.words.text import Text

COMPANY = "xingqiao-retail"
_WITHOUT_TEXT = {"Start", "Timer", "Confirmation"}


@pytest.fixture
def rich(filled_books: dict[str, Handbook]) -> Handbook:
    """A handbook with every kind of item."""
    return filled_books[COMPANY]


class Planter:
    """Copies items with a mark of its own in every text and id; a new field is covered, too."""

    def __init__(self, audience: Audience) -> None:
        self.audience, self.numbers = audience, count(1)
        self.marks: dict[str, str] = {}  # by mark: where it stands
        self.classes: set[str] = set()

    def mark(self, where: str) -> str:
        mark = f"qz{self.audience}x{next(self.numbers)}zq"
        self.marks[mark] = where
        return mark

    def item(self, item: Any) -> Any:
        """A marked copy that is for ``audience``."""
        copy = self.marked(item, "")
        return type(copy).model_construct(**{**_fields(copy), "audience": self.audience})

    def marked(self, value: Model, where: str) -> Any:
        name = type(value).__name__
        self.classes.add(name)
        new = {}
        for field, old in _fields(value).items():
            hint = str(type(value).model_fields[field].annotation)
            new[field] = self.value(old, hint, f"{where}.{name}.{field}")
        if isinstance(value, Thing) or (
            "id" in new and name in {"Duty", "Requirement"}
        ):  # local ids are named by arrows
            new["id"] = self.mark(f"{name}.id")
        return type(value).model_construct(**new)

    def value(self, old: Any, hint: str, where: str) -> Any:
        if where.endswith((".accept", ".formerly")):
            return old
        if isinstance(old, Model):
            return self.marked(old, where)
        if isinstance(old, tuple) and old and isinstance(old[0], Model):
            return tuple(self.marked(each, where) for each in old)
        if "words.text.Text" in hint:
            text = Text(self.mark(where))
            return (text,) if isinstance(old, tuple) else text
        if str(Word) in hint or "StringConstraints" in hint:
            return (self.mark(where),) if isinstance(old, tuple) else self.mark(where)
        return old


def _fields(value: Model) -> dict[str, Any]:
    return {name: getattr(value, name) for name in type(value).model_fields}


def _with_items(value: Any, planter: Planter) -> Any:
    """A thing with a marked copy behind the items of each of its lists."""
    if isinstance(value, tuple):
        items = [_with_items(item, planter) for item in value]
        kinds = {type(item): item for item in value if isinstance(item, ReadBySome)}
        return (*items, *(planter.item(item) for item in kinds.values()))
    if not isinstance(value, Model):
        return value
    skip = {"accept"}
    new = {n: v if n in skip else _with_items(v, planter) for n, v in _fields(value).items()}
    return type(value).model_construct(**new)


def _planted(book: Handbook, *planters: Planter) -> Handbook:
    things, nodes, values = dict(book.things), dict(book.nodes), dict(book.values)
    for planter in planters:
        for key, thing in book.things.items():
            if book.nodes[key] is book.company_node:
                continue
            copy = planter.item(thing)
            new = (key[0], str(copy.id))
            things[new], nodes[new] = copy, book.nodes[key]
            if key[0] == "parameter":
                raw = book.values[key[1]].raw
                raw = planter.mark("value") if isinstance(raw, str) else raw
                values[new[1]] = Value(copy, raw)
            things[key] = _with_items(things[key], planter)
    return replace(book, things=things, nodes=nodes, values=values, _by_kind={})


def _build(book: Handbook, edition: Edition, folder: Path) -> bytes:
    """Every byte of the site, unpacked, in small letters."""
    settings = Settings(COMPANY, POLICY, "zh", False, edition)
    target = folder / settings.folder_of(COMPANY)
    engine(USUAL).build_site(Path("mkdocs.yml"), target, Site(settings, book))
    found = bytearray()
    for file in sorted(target.rglob("*")):
        found += str(file.relative_to(target)).encode() + b"\n"
        if file.is_file():
            content = file.read_bytes()
            found += gzip.decompress(content) if file.suffix == ".gz" else content
    return bytes(found).lower()


def _told(site: bytes, planter: Planter) -> list[str]:
    return [where for mark, where in planter.marks.items() if mark.encode() in site]


@pytest.mark.parametrize("edition", ["employee", "managers"])
def test_what_is_for_others_is_in_no_byte(rich: Handbook, edition: Edition, tmp_path: Path) -> None:
    beyond = [Planter("hr")] if edition == "managers" else [Planter("managers"), Planter("hr")]
    site = _build(_planted(rich, *beyond), edition, tmp_path)
    assert b"</html>" in site
    for planter in beyond:
        assert len(planter.marks) > 100
        assert _told(site, planter) == []


def test_every_kind_of_item_is_planted(rich: Handbook) -> None:
    planter = Planter("hr")
    _planted(rich, planter)
    some = {model.__name__ for model in _below(ReadBySome)} - {"Thing", "Paged"}
    assert some - planter.classes <= _WITHOUT_TEXT


@pytest.mark.long
def test_without_the_filter_the_marks_are_found(
    rich: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_module, "for_readers", lambda book, _: book)
    planter = Planter("hr")
    told = _told(_build(_planted(rich, planter), "employee", tmp_path), planter)
    kinds = {where.lstrip(".").split(".")[0] for where in told}
    assert {"Role", "Article", "Step", "FormField", "Part", "Term", "Synonym"} <= kinds


def _below(model: type[Model]) -> set[type[Model]]:
    return {model for sub in model.__subclasses__() for model in (sub, *_below(sub))}


def test_audiences_and_editions_are_the_same() -> None:
    assert {*get_args(Edition)} - {"employee"} == {*get_args(Audience)} - {"all"}
