"""How characters are read and written otherwise: pinyin and traditional forms.

Both tables hold the characters of the handbook and, for misspelt words, the 3755 commonest ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import opencc
from pypinyin import lazy_pinyin

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_HAN_ONLY = re.compile(rf"{HAN.pattern}+\Z")
_COMMON = "".join(
    bytes((row, cell)).decode("gb2312", "ignore")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
)


def syllables(text: str) -> dict[str, str]:
    """Syllable → the characters that are read so, by themselves."""
    found: dict[str, list[str]] = {}
    for character in sorted({*HAN.findall(text), *_COMMON}):
        found.setdefault(_reading(character), []).append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def exceptions(words: Iterable[str]) -> dict[str, str]:
    """Words in which a character is read otherwise than by itself: 组长 → "zu zhang"."""
    found = {}
    for word in words:
        if _HAN_ONLY.match(word):  # no other word is looked up by its pinyin
            read = lazy_pinyin(word)
            if read != [_reading(character) for character in word]:
                found[word] = " ".join(read)
    return found


def traditional(text: str) -> str:
    """Pairs of a traditional character and the one that is written here: "轉转經经"."""
    known = {*HAN.findall(text), *_COMMON}
    return "".join(other + simple for other, simple in _simplified().items() if simple in known)


@cache
def _simplified() -> dict[str, str]:
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    simple = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {a: b for a, b in zip(characters, simple, strict=True) if a != b and len(b) == 1}


@cache
def _reading(character: str) -> str:
    return lazy_pinyin(character)[0]
