"""A company's logo: a small file beside company.yml that can do nothing but be seen."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.book import Handbook

LARGEST = 200_000  # bytes
_PNG = b"\x89PNG\r\n\x1a\n"
# What makes a picture act, or ask another host
_ACTIVE = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|image|use|animate|set|style)\b|\bon\w+\s*="
    rb"|<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|url\s*\(\s*['\"]?(?!#)|href\s*=",
    re.IGNORECASE,
)


def logo_path(book: Handbook) -> Path | None:
    """Where the logo's file is, beside the company.yml that names it; None if none is named."""
    named = book.company_node.entries.get("logo")
    if book.company.logo is None or named is None:
        return None
    return Path(named.place.file).parent / book.company.logo


def objection(path: Path) -> str | None:
    """The catalogue's key of what is wrong with a logo's file, None if it can be shown."""
    try:
        content = path.read_bytes()
    except OSError:
        return "logo.missing"
    if len(content) > LARGEST:
        return "logo.large"
    if path.suffix == ".png":
        return None if content.startswith(_PNG) else "logo.no-picture"
    if b"<svg" not in content:
        return "logo.no-picture"
    return "logo.active" if _ACTIVE.search(content) else None
