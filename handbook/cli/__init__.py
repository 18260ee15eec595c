"""One module for each command; handbook.cli.app puts them together."""
