"""What the search knows beforehand: names, words, spellings and answers, made from the data.

All knowledge of the handbook and of the language is gathered here when the site is built; the
browser's part (overrides/assets/search) only looks things up and ranks.
"""
