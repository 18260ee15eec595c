"""Which pages there are, and what stands on each: every decision that a page needs, as data."""
