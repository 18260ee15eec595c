"""Each file names its schema, and the schemas are those of this version."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import SHIPPED

from handbook.authoring.schema import FOLDER, schema_text, schemas
from handbook.reading.library import Library

FILES = [path for path in sorted(SHIPPED.rglob("*.yml")) if FOLDER not in path.parts]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SHIPPED).as_posix())
def test_each_file_names_a_schema_that_is_there(path: Path) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert (path.parent / first.split("$schema=")[1]).is_file()


def test_the_schemas_are_those_of_this_version(real_library: Library) -> None:
    """If not: run `handbook schema`."""
    kept = {path.name: path.read_text("utf-8") for path in (SHIPPED / FOLDER).iterdir()}
    assert kept == {
        name: schema_text(schema) for name, schema in schemas(real_library.base.things).items()
    }
