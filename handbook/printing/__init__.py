"""A view becomes HTML, a chart SVG; the one place of escaping for each way out."""
