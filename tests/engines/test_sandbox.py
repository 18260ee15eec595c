"""Hand-written pages can call macros, and nothing that reaches further or goes on for ever."""

from __future__ import annotations

import sys

import pytest

from handbook.engines.mkdocs.sandbox import CannotRun, run

MACROS = {"param": lambda name: f"<{name}>", "fails": lambda: 1 / 0}


def test_a_page_calls_macros_and_few_filters() -> None:
    page = "# 甲\n{% for n in range(3) %}{{ n }}{% endfor %}{{ param('x') | upper }}{{ 2 * 3 }}"
    assert run(page, MACROS) == "# 甲\n012<X>6"
    assert sys.gettrace() is None


@pytest.mark.parametrize(
    "attack",
    [
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ param.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ config }}",
        "{{ handbook.nodes }}",
        "{{ self.__init__.__globals__ }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro f(n) %}{{ f(n - 1) }}{{ f(n - 1) }}{% endmacro %}{{ f(60) }}",
        "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
        "{% set x %}{{ 'a' }}{% endset %}",
        "{% block a %}{% endblock %}{{ self.a() }}",
        "{% set x = 'a' ~ 'a' %}",
        "{% set x = 'a' + 'a' %}",
        "{% set x = 'a'.replace('a', 'aa') %}",
        "{% set x = ['a', 'a'] | join %}",
        "{% set x = [] %}{{ x.append(x) }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ 'a' * 10 ** 9 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ [0] * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ 'a' | center(1000000000) }}",
        "{{ 'a' | indent(1000000000) }}",
        "{{ range(1000000000) | list }}",
        "{% for a in range(9999) %}{{ a }}" + "z" * 900 + "{% endfor %}",
        "{{ 1 / 0 }}",
        "{{ fails() }}",
        "{{ unknown }}",
    ],
)
def test_nothing_reaches_further_or_goes_on_for_ever(attack: str) -> None:
    with pytest.raises(CannotRun) as found:
        run(f"一\n二\n{attack}\n", MACROS)
    assert found.value.line == 3
    assert sys.gettrace() is None
