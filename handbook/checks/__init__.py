"""The rules that a company's handbook must keep.

DATA_RULES look whether the data fits together, LATE_RULES when they have; POLICY_RULES whether the
policy is sound, in time and lawful, and look at what of the data is sound. A new rule is a module
in one of the folders. Those of a law set run for the companies that name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.checks.accepted import ACCEPTANCE, settle
from handbook.checks.data import DATA_RULES, LATE_RULES
from handbook.checks.deadlines import DEADLINE_RULES
from handbook.checks.finding import COMPANY, Finding, NotChecked
from handbook.checks.flow import FLOW_RULES
from handbook.checks.laws import LAW_SETS, LawSets, named, unknown_limit
from handbook.checks.levels import LEVEL_RULES
from handbook.checks.looks import LOOK_RULES
from handbook.checks.not_run import not_run
from handbook.checks.rule import Around, Rule
from handbook.checks.sound_part import NO_DOUBTS, Doubts
from handbook.company.base_changes import SEVERITY as CHANGES
from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.reading.base_lock import SEVERITY as LOCK
from handbook.reading.data_format import SEVERITY as FORMAT
from handbook.reading.node import MapNode, place_of
from handbook.words.problem import Problem, Severity

# What the data is told of without being wrong
WARNINGS: dict[str, Severity] = {**FORMAT, **LOCK, **CHANGES}
# With these a thing is still sound enough for the rules of the policy to look at it;
# what is told of the data's format and of changes in the base is so, too
HARMLESS = frozenset(WARNINGS).union(
    *(rule.harmless for rule in DATA_RULES), *(rule.harmless for rule in LATE_RULES)
)


def rules_of(law_sets: LawSets, laws: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of the policy for a company that names these law sets."""
    lawful = [rule for law_set in named(law_sets, laws) for rule in law_set.rules]
    general = (*FLOW_RULES, *DEADLINE_RULES, *LEVEL_RULES, *LOOK_RULES)
    return (*general, unknown_limit.rule(law_sets), *lawful)


POLICY_RULES = rules_of(LAW_SETS, LAW_SETS)


def by_code(rules: tuple[Rule, ...]) -> dict[str, Rule]:
    """The rules by code. Raises ValueError if two have the same."""
    found: dict[str, Rule] = {}
    for rule in rules:
        if rule.code in found:
            raise ValueError(f"two rules have the code {rule.code}")
        found[rule.code] = rule
    return found


RULE_BY_CODE = by_code(POLICY_RULES)


def is_about_policy(problem: Problem) -> bool:
    """Whether the data fits together all the same, so that a draft can be built."""
    return problem.code in RULE_BY_CODE or problem.code in ACCEPTANCE


def check_data(book: Handbook, base: Mapping[Key, MapNode], law_sets: LawSets) -> list[Finding]:
    """Whether the data fits together. ``base`` is the data before the overlay."""
    found = [finding for rule in DATA_RULES for finding in rule.find(book)]
    around = Around(base, tuple(found), tuple(sorted(law_sets)))
    found += (finding for rule in LATE_RULES for finding in rule.find(book, around))
    return [finding for finding in found if not book.gaps.may_change(finding.key)]


def check_policy(
    book: Handbook, rules: tuple[Rule, ...], doubts: Doubts = NO_DOUBTS
) -> list[Problem]:
    """Whether the policy is sound; accepted findings are marked and stay in the list.

    ``doubts`` keep back what may follow from a mistake in the data alone. With the findings stands
    what could not be judged: no acceptance can cover that, and one of a rule that could not judge
    is not idle.
    """
    found: list[tuple[Finding, Problem]] = []
    unable: list[Problem] = []
    undecided: set[str] = set()
    for rule in rules:
        for told in rule.find(book):
            if not doubts.allow(told):
                undecided.add(rule.code)
            elif isinstance(told, NotChecked):
                place = place_of(_node(book, told), told.path)
                unable += not_run((rule,), told.reason, place, told.facts)
            else:
                found.append((told, located(book, told, rule)))
    undecided |= {problem.code for problem in unable}
    return settle(book, found, undecided, doubts) + unable


def located(book: Handbook, finding: Finding, rule: Rule | None = None) -> Problem:
    """The line of a finding; that of a rule of the policy has its severity and article."""
    place = finding.at or place_of(_node(book, finding), finding.path, of_key=finding.of_key)
    severity, article = (rule.severity, rule.article) if rule else ("error", None)
    problem = Problem(finding.code, place, finding.facts, finding.near, severity, article)
    return problem.apart()


def _node(book: Handbook, told: Finding | NotChecked) -> MapNode:
    return book.company_node if told.key == COMPANY else book.nodes[told.key]
