"""The shipped content as a site, the invented agency that fills in every field, and sites with every export on."""

from pathlib import Path

import pytest
from content.conftest import site as site
from content.pages import Site
from projects import Written

from generator.building.build import build
from generator.project import Project

from .sites import PORTAL, Published, copy_shipped

EXAMPLE = Path(__file__).resolve().parents[1] / "published" / "example"


def _published(root: Path, target: Path) -> None:
    outcome = build(Project(str(root), str(target)))
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one invented agency, which is the whole site."""
    target = tmp_path_factory.mktemp("example") / "site"
    _published(EXAMPLE, target)
    return Site(target)


@pytest.fixture(scope="session")
def alone(example: Site) -> Published:
    """The invented agency once more, with its address."""
    return Published(example.root, "https://example.invalid/ita/")


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A portal of three agencies whose names are hard to write down."""
    root = tmp_path_factory.mktemp("portal")
    Written(str(root), str(root / "build")).write(PORTAL)
    _published(root, root / "build")
    return Published(root / "build", "https://example.org/ita/")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The shipped content with every export on, at an address."""
    root = tmp_path_factory.mktemp("shipped")
    copy_shipped(root)
    _published(root, root / "build")
    return Published(root / "build", "https://example.org/four/")


@pytest.fixture(params=["alone", "portal", pytest.param("shipped", marks=pytest.mark.sweep)])
def published(request: pytest.FixtureRequest) -> Published:
    """Each site with every export on."""
    found = request.getfixturevalue(str(request.param))
    assert isinstance(found, Published)
    return found
