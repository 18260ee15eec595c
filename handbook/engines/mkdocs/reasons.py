"""Jinja tells in English why a page can't be run: the common reasons in the catalogue's words."""

from __future__ import annotations

import re

from handbook.words.facts import Sentence

# What Jinja and Python say → the catalogue's sentence, filled in with the named groups
_REASONS = {
    r"UndefinedError: '(?P<name>.+)' is undefined": "page.undefined",
    r"UndefinedError: .* has no (attribute|element) '?(?P<name>.+?)'?": "page.no-part",
    r"SecurityError: access to attribute '(?P<name>.+)' of .* is unsafe\.": "page.forbidden",
    r"SecurityError: (?P<name>.+) is not safely callable": "page.forbidden",
    r"SecurityError: (?P<name>\+|%|\*|\*\*): .*": "page.numbers",
    r"SecurityError: .*": "page.too-large",
    r"(_TooLong|RecursionError|MemoryError): .*": "page.endless",
    r"ZeroDivisionError: .*": "page.by-zero",
    r"TypeError: (?P<name>.+?)\(\) (missing|takes|got|expected) .*": "page.arguments",
    r"TypeError: .* object is not callable": "page.no-call",
    r"TypeError: .*": "page.types",
    r"TemplateSyntaxError: Encountered unknown tag '(?P<name>[^']+)'.*": "page.unknown-tag",
    r"TemplateSyntaxError: Unexpected end of template. .* innermost block that needs to be closed "
    r"is '(?P<name>[^']+)'\.": "page.open-tag",
    r"TemplateSyntaxError: (Missing end of (comment tag|raw directive)|unexpected 'end of "
    r"template'|.*got 'end of template'|unexpected end of .*)": "page.open-brace",
    r"TemplateSyntaxError: expected token '(?P<wanted>.+)', got '(?P<got>.+)'": "page.expected",
    r"TemplateSyntaxError: unexpected '(?P<got>.+)', expected '(?P<wanted>.+)'": "page.expected",
    r"TemplateSyntaxError: (Expected .+, got|unexpected( char)?) (?P<quote>['\"])(?P<got>.+?)"
    r"(?P=quote).*": "page.unexpected",
}
_TOKENS = {"end of print statement": "}}", "end of statement block": "%}"}
_LONGEST = 200  # characters of a reason that nobody has put into words


def reason_of(error: Exception) -> object:
    """Why a page stopped: a Sentence, or the English words where there is none for them."""
    said = f"{type(error).__name__}: {' '.join(str(error).split())}"
    for pattern, key in _REASONS.items():
        if found := re.fullmatch(pattern, said):
            named = ((name, text) for name, text in found.groupdict().items() if text)
            facts = {name: _TOKENS.get(text, text)[:_LONGEST] for name, text in named}
            return Sentence(key, facts)
    return said[:_LONGEST]
