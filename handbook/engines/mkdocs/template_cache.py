"""The theme's templates, compiled once; what was cut short or changed is compiled again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from handbook.printing.kept import keep, kept

FOLDER = Path(".cache/templates")


class TemplateCache(BytecodeCache):
    """Like Jinja's, which ends a build when a file is not whole."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its file is as it was written; Jinja compares source and version."""
        if (content := kept(FOLDER / bucket.key)) is not None:
            bucket.load_bytecode(BytesIO(content))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        content = BytesIO()
        bucket.write_bytecode(content)
        keep(FOLDER / bucket.key, content.getvalue())
