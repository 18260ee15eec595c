"""``python -m handbook`` is the command ``handbook``."""

from handbook.cli import app

app()
