"""One module for each command; handbook.cli puts them together."""
