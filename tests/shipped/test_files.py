"""Each file names its schema, and the schemas are those of this version."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import SHIPPED

from handbook.authoring.migrations import MIGRATIONS, Documents, Migration
from handbook.authoring.migrations.plan import planned
from handbook.authoring.migrations.steps import rename, things
from handbook.authoring.schema import FOLDER, schema_text, schemas
from handbook.model.kinds import KINDS
from handbook.reading.data_format import FORMAT, FORMAT_FILE
from handbook.reading.library import Library

FILES = [
    path
    for path in sorted(SHIPPED.rglob("*.yml"))
    if FOLDER not in path.parts and path.name != FORMAT_FILE
]


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


def test_a_migration_changes_the_lines_that_it_must_and_no_others() -> None:
    def step(documents: Documents) -> None:
        for kind in KINDS:
            for thing in things(documents, kind.folder):
                rename(thing, "name", "title")

    steps = (*MIGRATIONS, Migration(FORMAT + 1, step))
    changes = planned(SHIPPED, "policy_data", "# format", steps).changes
    assert len(changes) > 20
    for change in changes:
        old, new = (raw.decode().split("\n") for raw in (change.before or b"", change.after or b""))
        assert len(old) == len(new)
        told = {line for line, other in zip(old, new, strict=True) if line != other}
        assert all("name:" in line or line == f"format: {FORMAT}" for line in told)
