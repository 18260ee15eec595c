"""``python -m handbook`` is the command ``handbook``."""

from handbook.cli.app import app

app()
