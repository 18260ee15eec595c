"""What a code means: from its rule, its texts in the catalogue and its examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import Formatter

from handbook.checks import RULE_BY_CODE, WARNINGS
from handbook.checks.accepted import ACCEPTANCE
from handbook.checks.example import example
from handbook.checks.rule import Source
from handbook.words.catalogue import FIRST, say, strings
from handbook.words.near import near
from handbook.words.problem import Severity

_CODE = re.compile(r"HB[0-9]{3}")


class UnknownCode(Exception):
    """No such code; ``near`` holds codes that resemble it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code, self.near = code, near(code.upper(), codes())


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code. Those without a rule are mistakes in the data, which have no examples."""

    code: str
    severity: Severity
    source: Source | None
    fails: str | None
    passes: str | None

    def pattern(self, lang: str) -> str:
        """The message, with … where a finding says what it found."""
        pieces = Formatter().parse(strings(lang)[self.code])
        return "".join(text + ("…" if place is not None else "") for text, place, _, _ in pieces)

    def summary(self, lang: str) -> str:
        """What the rule asks, in one line; the message where nothing else is known."""
        known = strings(lang).get(f"{self.code}.summary")
        return known.rstrip("。.") if known else self.pattern(lang)

    def why(self, lang: str) -> str | None:
        """Why it matters."""
        return strings(lang).get(f"{self.code}.why")

    def law(self, lang: str) -> str | None:
        """The article, and that counsel decides."""
        source = self.source
        return say("explain.law", lang, article=say(source.article, lang)) if source else None

    @property
    def link(self) -> str | None:
        """Where the law is published, if that is known."""
        return self.source.link if self.source else None

    def text(self, lang: str) -> str:
        """All of it, for a terminal."""
        parts = [f"{self.code} {self.summary(lang)}"]
        parts += [say(f"severity.{self.severity}.long", lang)]
        parts += [say("explain.unchecked", lang)] if self.code in RULE_BY_CODE else []
        parts += [law] if (law := self.law(lang)) else []
        parts += [say("explain.link", lang, link=link)] if (link := self.link) else []
        parts += [why] if (why := self.why(lang)) else []
        if self.summary(lang) != self.pattern(lang):
            parts.append(say("explain.message", lang, text=self.pattern(lang)))
        for key, text in (("explain.fails", self.fails), ("explain.passes", self.passes)):
            parts += [f"{say(key, lang)}\n\n{_indented(text)}"] if text else []
        return "\n\n".join(parts)


def codes() -> list[str]:
    """Every code that a finding can have."""
    return sorted(key for key in strings(FIRST) if _CODE.fullmatch(key))


def explained() -> list[str]:
    """The codes of the policy's rules, which have a page each."""
    return sorted([*RULE_BY_CODE, *ACCEPTANCE])


@cache
def explanation(code: str) -> Explanation:
    """Raises UnknownCode."""
    wanted = code.strip().upper()
    if wanted not in codes():
        raise UnknownCode(code)
    rule = RULE_BY_CODE.get(wanted)
    others = {**ACCEPTANCE, **WARNINGS}
    severity: Severity = rule.severity if rule else others.get(wanted, "error")
    fails, passes = (example(wanted, which) for which in ("fail", "pass"))
    return Explanation(
        wanted, severity, rule.source if rule else None,
        fails.text.strip() if fails else None, passes.text.strip() if passes else None,
    )  # fmt: skip


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
