"""The one place where text of the data is made harmless for where it is going."""

from __future__ import annotations

import html
import string

# Jinja reads page titles once more, so its braces are written as entities, too
_BRACES = {ord(c): f"&#{ord(c)};" for c in "{}"}
_PUNCTUATION = {ord(c): f"&#{ord(c)};" for c in string.punctuation}


def for_html(text: str) -> str:
    """For HTML that is not made by an escaping template: titles, descriptions, names in nav."""
    return html.escape(" ".join(text.split())).translate(_BRACES)


def for_markdown(text: str) -> str:
    """For a line of Markdown: every ASCII punctuation mark as an entity, so none is syntax."""
    return " ".join(text.split()).translate(_PUNCTUATION)
