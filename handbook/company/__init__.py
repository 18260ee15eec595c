"""Base and what a company changes become its handbook: things, values, who mentions whom."""
