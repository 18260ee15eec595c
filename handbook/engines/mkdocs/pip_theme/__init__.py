"""What MkDocs finds for ``theme: handbook``; ``defaults.py`` puts overrides/ in its place."""
