"""Blocks become HTML or JSON, a chart SVG; the one place of escaping for each way out."""
