"""Small changes to a sound handbook, made in memory: rules look at things, not at files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from handbook.checks.finding import Finding, NotChecked
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.model.base import Key
from handbook.model.kinds import KIND_BY_NAME
from handbook.words.text import Text


def written(value: object) -> Any:
    """A thing of the handbook as plain data."""
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return {name: written(field) for name, field in fields.items() if field is not None}
    if isinstance(value, Text):
        return {"zh": value.zh, **dict(value.others)}
    if isinstance(value, tuple):
        return [written(item) for item in value]
    return str(value) if isinstance(value, str) else value


def changed(book: Handbook, kind: str, identity: str, **fields: object) -> Handbook:
    """The handbook with other fields in one thing, or with a new thing."""
    key: Key = (kind, identity)
    old = written(book.things[key]) if key in book.things else {"id": identity}
    fresh = {name: field for name, field in {**old, **fields}.items() if field is not None}
    thing = KIND_BY_NAME[kind].model.model_validate(fresh)
    nodes = {**book.nodes, key: book.nodes.get(key, book.company_node)}
    return replace(book, things={**book.things, key: thing}, nodes=nodes, _by_kind={})


def with_steps(book: Handbook, process: str, **changes: dict[str, object]) -> Handbook:
    """The handbook with other fields in steps of one process; ``_`` in a name stands for ``-``."""
    steps = written(book.processes[process].steps)
    wanted = [{**step, **changes.get(step["id"].replace("-", "_"), {})} for step in steps]
    fresh = [{name: field for name, field in step.items() if field is not None} for step in wanted]
    return changed(book, "process", process, steps=fresh)


def with_values(book: Handbook, **raws: Any) -> Handbook:
    """The handbook with other values."""
    values = {name: Value(book.parameters[name], raw) for name, raw in raws.items()}
    return replace(book, values={**book.values, **values})


def on(book: Handbook, day: date) -> Handbook:
    """The handbook on another day."""
    return replace(book, today=day)


def found(rules: tuple[Rule, ...], book: Handbook) -> list[tuple[str, str, str]]:
    """Code, id of the thing and path of all that the rules find."""

    def told() -> Iterator[tuple[str, str, str]]:
        for rule in rules:
            for finding in rule.find(book):
                if isinstance(finding, Finding):
                    yield finding.code, finding.key[1], ".".join(map(str, finding.path))

    return list(told())


def unchecked(rules: tuple[Rule, ...], book: Handbook) -> list[tuple[str, str, str, str]]:
    """Code, reason, id of the thing and path of all that the rules can't judge, each once."""
    told = [
        (rule.code, one.reason, one.key[1], ".".join(map(str, one.path)))
        for rule in rules
        for one in rule.find(book)
        if isinstance(one, NotChecked)
    ]
    return list(dict.fromkeys(told))
