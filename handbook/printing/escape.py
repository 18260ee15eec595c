"""Text of the data for what MkDocs prints by itself: titles, descriptions, names in nav."""

from __future__ import annotations

import html

# Jinja reads page titles once more, so its braces are written as entities, too
_BRACES = {ord(c): f"&#{ord(c)};" for c in "{}"}


def for_html(text: str) -> str:
    """One line of HTML that is no template either."""
    return html.escape(" ".join(text.split())).translate(_BRACES)
