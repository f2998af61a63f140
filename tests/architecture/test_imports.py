"""Imports point one way: from the commands down to the domain, and never back."""

import pytest

from .modules import Module, imports, modules

BELOW: dict[str, set[str]] = {
    "oit": {"diagnostics"},
    "reading": {"oit", "diagnostics", "project", "paths", "digest", "language"},
    "rendering": {"oit", "reading", "address", "diagnostics", "paths", "digest", "language"},
    "exports": {"oit", "rendering", "language"},
    "writing": {"address", "digest", "paths"},
}
"""What each part may import beside itself; whatever is not named here stands above these and may import them."""

ABOVE = {
    "pipeline",
    "build",
    "cli",
    "__main__",
    "preview",
    "starting",
    "verifying",
    "freezing",
    "presentation",
    "printing",
    "workers",
    "explain",
}

SPELLING_AND_KINDS = {"composed", "near_files", "spelling", "kinds", "contact_kinds"}
"""What the pages may know of reading: how things are spelled."""

THEME = {"rendering.theme": {"snapshot", "source_file", "schema", "yamltree"}}
"""A theme is read too, by the same means as content."""


def parts(module: Module) -> set[str]:
    """The parts, or modules at the top, that a module imports."""
    found = {name.split(".")[1] for name in imports(module) if name.startswith("generator.")}
    return found - {module.part or module.name}


@pytest.mark.parametrize("part", list(BELOW))
def test_a_part_imports_only_what_lies_below_it(part: str) -> None:
    of_part = [module for module in modules() if module.part == part]
    assert of_part
    for module in of_part:
        assert parts(module) <= BELOW[part], module.name


def test_the_diagnostics_the_paths_and_the_languages_import_nothing_and_the_project_only_paths() -> None:
    for module in modules():
        if module.name in ("diagnostics", "language", "paths", "project"):
            assert parts(module) == ({"paths"} if module.name == "project" else set()), module.name


def test_pages_know_of_reading_only_how_things_are_spelled() -> None:
    for module in modules():
        if module.part == "rendering":
            of_reading = {name.split(".")[2] for name in imports(module) if name.startswith("generator.reading.")}
            assert of_reading <= SPELLING_AND_KINDS | THEME.get(module.name, set()), module.name


def test_nothing_below_imports_what_lies_above() -> None:
    for module in modules():
        if module.part in BELOW or module.name in ("diagnostics", "language", "paths", "project"):
            assert not parts(module) & ABOVE, module.name


def test_no_circle_of_imports() -> None:
    graph = {module.name: {name.removeprefix("generator.") for name in imports(module)} for module in modules()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way, name))
        if name not in done:
            for below in graph.get(name, set()) - {name}:
                visit(below, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_every_part_is_known_here() -> None:
    assert {module.part for module in modules()} - {""} <= {*BELOW, *ABOVE}
