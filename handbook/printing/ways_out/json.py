"""Pages → plain JSON, complete: another program can show every page from it alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from handbook.pages.listing import Page


def files(pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """One file for each page, where the page stands."""
    for page in pages:
        yield f"{page.path}page.json", page_json(page).encode("utf-8")


def page_json(page: Page) -> str:
    """One page as an object; what has its usual value is left out."""
    content = {
        "path": page.path,
        "title": page.title,
        "description": page.description,
        "blocks": plain(page.view),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def plain(value: Any) -> Any:
    """Blocks and lines as lists of objects; each says what it ``is``."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if not is_dataclass(value):
        return value
    found: dict[str, Any] = {"is": type(value).__name__}
    for one in fields(value):
        held = getattr(value, one.name)
        usual = one.default_factory() if one.default_factory is not MISSING else one.default
        if held != usual:
            found[one.name] = plain(held)
    return found
