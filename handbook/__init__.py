"""From YAML facts to one company's career handbook; nothing in here knows MkDocs."""

__version__ = "0.1.0"
