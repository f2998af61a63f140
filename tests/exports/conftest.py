"""The shipped content as a site, and the invented agency that fills in every field."""

from pathlib import Path

import pytest
from content.conftest import site as site
from content.pages import Site

from generator.build import build
from generator.project import Project

EXAMPLE = Path(__file__).resolve().parents[1] / "published" / "example"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one invented agency, which is the whole site."""
    target = tmp_path_factory.mktemp("example") / "site"
    outcome = build(Project(str(EXAMPLE), str(target)))
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
    return Site(target)
