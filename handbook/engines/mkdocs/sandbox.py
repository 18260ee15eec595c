"""Hand-written pages run in Jinja's sandbox: the macros and a few filters, within bounds.

They are for HR to write, and somebody may send HR one: a page can neither reach into Python nor
read files, nor keep a build busy for ever, nor fill the memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from functools import wraps
from types import FrameType, TracebackType
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from handbook.engines.mkdocs.reasons import reason_of
from handbook.words.facts import Sentence
from handbook.words.near import near

_MOST_STEPS = 200_000  # lines of a page's program that are run; a page of macros takes some hundred
_MOST_CHARACTERS = 2_000_000
_LONGEST = 100_000  # what one expression may make
_FILTERS = (
    "capitalize", "count", "d", "default", "e", "escape", "first", "last", "length",
    "lower", "reverse", "round", "sort", "title", "trim", "unique", "upper",
)  # fmt: skip
# What joins text to itself doubles it with every step; what calls itself doubles the steps.
_DOUBLING: dict[type[nodes.Node], str] = {
    nodes.AssignBlock: "{% endset %}", nodes.Block: "{% block %}", nodes.CallBlock: "{% call %}",
    nodes.Concat: "~", nodes.FilterBlock: "{% filter %}", nodes.Macro: "{% macro %}",
    nodes.For: "recursive",
}  # fmt: skip
_WIDENING = (
    "center", "expandtabs", "format", "format_map", "join", "ljust", "replace", "rjust",
    "translate", "zfill",
)  # fmt: skip
_FILE = "<template>"
_Tracer = Callable[[FrameType, str, Any], Any]


class CannotRun(Exception):
    """A page's program stopped at a ``line`` of what was given; ``reason`` says why."""

    def __init__(self, line: int, reason: object, near: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.line, self.reason, self.near = line, reason, near


class _TooLong(Exception):
    """The bound on steps or characters is reached."""


class _Bounded(ImmutableSandboxedEnvironment):
    """The sandbox without what can grow without end in one step."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def wrap_str_format(self, value: Any) -> None:
        """No safe version of format: it widens text to any length."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr not in _WIDENING and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = all(isinstance(each, int | float) for each in (left, right))
        if not numbers or max(abs(left), abs(right)) > _LONGEST:
            raise SecurityError(f"{operator}: {type(left).__name__}, {type(right).__name__}")
        if operator == "**" and right > 10:
            raise SecurityError(f"{left} ** {right}")
        return super().call_binop(context, operator, left, right)


class _Any(dict[str, Any]):
    """Filters and tests that are there by whatever name, and do nothing."""

    def get(self, key: str, default: Any = None) -> Any:
        return lambda *_, **__: ""


def reading_environment() -> Environment:
    """What a page is looked through with; it knows every filter and test, so that none ends it.

    Jinja computes what is constant while it reads: in the sandbox, too, only within bounds.
    """
    env = _Bounded()
    env.filters, env.tests = _Any(), _Any()
    return env


def refused(tree: nodes.Template) -> Iterator[CannotRun]:
    """Everything in a page that is not run whatever it does."""
    for node in tree.find_all(tuple(_DOUBLING)):
        if not isinstance(node, nodes.For) or node.recursive:
            name = _DOUBLING[type(node)]
            yield CannotRun(node.lineno, Sentence("page.block", {"name": name}))
    for kind, known in ((nodes.Filter, _FILTERS), (nodes.Test, tuple(TESTS))):
        for used in tree.find_all(kind):
            if used.name not in known:
                what = Sentence(f"page.{kind.__name__.lower()}", {"name": used.name})
                yield CannotRun(used.lineno, what, near(used.name, known))


def run(
    text: str, macros: Mapping[str, Callable[..., str]], at: Callable[[int], None] = lambda _: None
) -> str:
    """A page's Markdown with its macros called; ``at`` is told the line of each call.

    Raises CannotRun.
    """
    env = _Bounded(undefined=StrictUndefined)
    env.filters = {name: env.filters[name] for name in _FILTERS}
    try:
        tree = env.parse(text)
        for stop in refused(tree):
            raise stop
        template = env.from_string(tree)
    except CannotRun:
        raise
    except Exception as error:  # Python, too, has bounds: nested blocks, digits of a number
        raise CannotRun(getattr(error, "lineno", None) or 1, reason_of(error)) from error
    env.globals = {**FUNCTIONS, **{name: _telling(m, template, at) for name, m in macros.items()}}
    pieces: list[str] = []
    size = 0
    before = sys.gettrace()
    sys.settrace(_counting())
    page = cast("Generator[str]", template.generate(env.globals))
    try:
        for piece in page:
            pieces.append(piece)
            size += len(piece)
            if size > _MOST_CHARACTERS:
                page.throw(_TooLong(f"> {_MOST_CHARACTERS}"))  # in the page, so at its line
    except Exception as error:  # whatever the page does wrong is the page's problem
        raise CannotRun(_line(error.__traceback__), reason_of(error)) from error
    finally:
        sys.settrace(before)
    return "".join(pieces)


def _telling(
    macro: Callable[..., str], template: Template, at: Callable[[int], None]
) -> Callable[..., str]:
    """The macro, which first tells the line of the page that calls it."""

    @wraps(macro)
    def telling(*args: Any, **kwargs: Any) -> str:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != _FILE:
            frame = frame.f_back
        at(template.get_corresponding_lineno(frame.f_lineno) if frame else 1)
        return macro(*args, **kwargs)

    return telling


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > _LONGEST:
        raise SecurityError(f"range: {len(found)}")
    return found


FUNCTIONS: Mapping[str, Callable[..., Any]] = {"range": _range}  # offered beside the macros


def _counting() -> _Tracer:
    """Counts the lines of the page's program, and of nothing else, up to the bound."""
    steps = 0

    def count(_: FrameType, event: str, __: Any) -> _Tracer:
        nonlocal steps
        steps += event == "line"
        if steps > _MOST_STEPS:
            raise _TooLong(f"> {_MOST_STEPS}")
        return count

    def begin(frame: FrameType, _: str, __: Any) -> _Tracer | None:
        return count if frame.f_code.co_filename == _FILE else None

    return begin


def _line(traceback: TracebackType | None) -> int:
    """The last line of the page that was run; Jinja has put the page's own numbers there."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
