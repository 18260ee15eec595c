"""From YAML facts to one company's career handbook.

The door for other programs: the rooms inside never import it, so it may lead to any of them.
"""

from __future__ import annotations

from handbook.words.version import VERSION

__version__ = VERSION
