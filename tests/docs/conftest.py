"""The site of the shipped content as it is rendered, with everything that its templates are given."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.building.check import check
from generator.diagnostics import Report
from generator.project import find_project
from generator.rendering.templates import Templates

from .documents import PROJECT

EXAMPLE = PROJECT / "generator" / "starting" / "example"


class Rendered(NamedTuple):
    """One template that was rendered, and the names it could use."""

    template: str
    context: dict[str, Any]


@pytest.fixture(scope="session")
def rendered() -> list[Rendered]:
    """Every template that making the shipped site renders, the example of two years, and the one with kept days."""
    found: list[Rendered] = []
    render = Templates.render

    def watched(self: Templates, name: str, context: dict[str, Any], report: Report) -> str | None:
        found.append(Rendered(name, dict(context)))
        return render(self, name, context, report)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Templates, "render", watched)
        _make_site(PROJECT)
        _make_site(EXAMPLE)
        _make_site(PROJECT / "tests" / "published" / "example")
    return found


def _make_site(folder: Path) -> None:
    project = find_project(str(folder), None)
    assert project is not None
    outcome = check(project)
    assert not outcome.failed, outcome.diagnostics


@pytest.fixture(scope="session")
def texts(rendered: list[Rendered]) -> set[str]:
    """Every text that a template is given, however deep it lies."""
    found: set[str] = set()
    waiting: list[Any] = [one.context for one in rendered]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, (tuple, list)) and id(value) not in seen:
            seen.add(id(value))
            waiting += value
    return found
