"""Which rules there are: whatever module of a rules' folder has a RULE, and nothing lists them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

from handbook.checks.rule import DataRule, LateRule, Rule

Kind = TypeVar("Kind", Rule, DataRule, LateRule)


def rules_in(package: str, path: Iterable[str], kind: type[Kind]) -> tuple[Kind, ...]:
    """The rules of a folder, called with its ``__name__`` and ``__path__``, in order of code.

    Modules that rules share have no RULE. Folders inside have a list of their own.
    """
    names = [found.name for found in iter_modules(path) if not found.ispkg]
    modules = [import_module(f"{package}.{name}") for name in names]
    rules = [getattr(module, "RULE", None) for module in modules]
    return tuple(sorted((r for r in rules if isinstance(r, kind)), key=lambda rule: rule.codes))
