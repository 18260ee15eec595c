"""A company's logo: a small file beside company.yml that can do nothing but be seen."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from handbook.company.book import Handbook
from handbook.reading.folder import TooLarge, content_of

LARGEST = 200_000  # bytes
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
# What makes a picture act, or ask another host. Names are looked at after XML has resolved
# prefixes and character references, under which a search for words would miss them.
_PROLOG = re.compile(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", re.IGNORECASE)
_ACTIVE = re.compile(
    r"script|foreignobject|iframe|image|feimage|use|animate\w*|set|style|a|handler|listener"
)
_ASKING = re.compile(r"on\w+|href|src|base")
_OUTSIDE = re.compile(r"\\|(?:url|src|image|image-set)\s*\(\s*['\"]?\s*(?!#)", re.IGNORECASE)


def logo_path(book: Handbook) -> Path | None:
    """Where the logo's file is, beside the company.yml that names it; None if none is named."""
    named = book.company_node.entries.get("logo")
    if book.company.logo is None or named is None:
        return None
    return Path(named.place.file).parent / book.company.logo


def objection(path: Path) -> str | None:
    """The catalogue's key of what is wrong with a logo's file, None if it can be shown."""
    try:
        content = content_of(path, LARGEST)
    except TooLarge:
        return "logo.large"
    except OSError:
        return "logo.no-file" if path.is_symlink() or path.exists() else "logo.missing"
    if path.suffix == ".png":
        return None if content.startswith(_PNG) else "logo.no-picture"
    try:
        text = content.decode("utf-8-sig")
        if _PROLOG.search(text):  # before the parser, which would count what entities stand for
            return "logo.active"
        root = ElementTree.fromstring(text)  # noqa: S314
    except (UnicodeDecodeError, ElementTree.ParseError):
        return "logo.no-picture"
    if root.tag != f"{_SVG}svg":
        return "logo.no-picture"
    return "logo.active" if any(map(_acts, root.iter())) else None


def _acts(element: ElementTree.Element) -> bool:
    """Whether an element does more than being seen; foreign ones that are HTML do."""
    space, _, name = element.tag.rpartition("}")
    if space.endswith("/xhtml") or _ACTIVE.fullmatch(name.lower()):
        return True
    return any(
        _ASKING.fullmatch(attribute.rpartition("}")[2].lower()) or _OUTSIDE.search(value)
        for attribute, value in element.attrib.items()
    )
