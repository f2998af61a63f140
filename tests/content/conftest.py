"""The shipped content, built once for all tests that read it."""

from pathlib import Path

import pytest

from generator.building.build import build
from generator.project import Project

from .pages import Site

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the content that comes with the generator; another folder of tests may have built it already."""
    target = tmp_path_factory.getbasetemp() / "shipped-content" / "site"
    if not target.exists():
        target.parent.mkdir()
        outcome = build(Project(str(PROJECT), str(target)))
        assert [found for found in outcome.diagnostics if found.severity == "error"] == []
        assert not outcome.blocked
    return Site(target)
