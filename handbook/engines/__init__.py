"""Engines that build a site of the pages, a folder each."""
