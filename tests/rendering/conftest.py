"""Templates compiled once for all tests: what Jinja makes of a text depends on nothing else."""

from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

import jinja2
import pytest


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Remember the code of every template that compiles, by its text and its place."""
    really: Callable[..., Any] = jinja2.Environment.compile
    known: dict[tuple[object, ...], CodeType] = {}

    def remembered(self: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None) -> Any:
        key = source, name, filename, self.autoescape, tuple(sorted(self.filters)), tuple(sorted(self.globals))
        if key not in known:
            known[key] = really(self, source, name, filename)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", remembered)
        yield
