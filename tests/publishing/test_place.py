"""A site never covers what it is made of, and never lies in another site."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import ACME, NEW, fill, publish, tree

from handbook.publishing.notes import CannotPublish
from handbook.publishing.staging import staged
from handbook.words.catalogue import languages


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sources."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path, {"policy_data/roles/a.yml": "id: a", "mkdocs.yml": "x"})
    (tmp_path / "policy_data" / "companies").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "alias").symlink_to("policy_data")
    return tmp_path


@pytest.mark.parametrize(
    "place",
    [
        "policy_data", "policy_data/companies", "policy_data/companies/acme", "alias/acme",
        "empty/../policy_data", ".", "empty/..", "..",
    ],
)  # fmt: skip
def test_sources_are_never_covered(project: Path, place: str) -> None:
    before = tree(project)
    sources = [project / "policy_data", project / "mkdocs.yml", project / "not-there"]
    with pytest.raises(CannotPublish) as caught, staged(project / place, ACME, sources):
        pytest.fail("must not begin")
    assert caught.value.key == "publish.source"
    assert tree(project) == before
    for lang in languages():
        assert str(project) in caught.value.note.message(lang)


@pytest.mark.parametrize("place", ["site/acme/acme-hr", "site/acme/deep/er/acme-hr"])
def test_no_site_is_published_inside_another(project: Path, place: str) -> None:
    publish(project / "site" / "acme", NEW)
    with pytest.raises(CannotPublish) as caught, staged(project / place, ACME):
        pytest.fail("must not begin")
    assert caught.value.key == "publish.inside"
    assert tree(project / "site" / "acme") == NEW


def test_a_place_beside_the_sources_is_fine(project: Path) -> None:
    with staged(project / "policy_data_site", ACME, [project / "policy_data"]) as staging:
        fill(staging.folder, NEW)
    assert tree(project / "policy_data_site") == NEW
