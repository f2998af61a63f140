"""Imports point one way: one table says for every room what it may import, and there is no way back."""

from .modules import Module, imports, modules

GROUND = ("diagnostics", "digest", "language", "paths")
"""Words that every room uses; they import nothing of this package."""

MAY_IMPORT: dict[str, set[str]] = {
    **{name: set() for name in GROUND},
    "project": {"paths"},
    "address": {"project"},
    "oit": {"diagnostics"},
    "reading": {"oit", "address", "project", *GROUND},
    "messages": {"reading", "diagnostics", "language", "paths"},
    "rendering": {"oit", "reading", "address", *GROUND},
    "exports": {"oit", "rendering", "language"},
    "writing": {"address", "project", "digest", "paths"},
    "building": {"exports", "rendering", "reading", "oit", "writing", "address", "project", *GROUND},
    "printing": {"building", "writing", "project", "paths"},
    "starting": {"rendering", "reading", "oit", "writing", "messages", "project", *GROUND},
    "freezing": {"building", "reading", "oit", "writing", "messages", "project", *GROUND},
    "verifying": {"exports", "reading", "writing", "address", "paths"},
    "visiting": {"oit", "reading", "writing", "project", "diagnostics", "paths"},
    "examining": {"oit", "reading", "project", *GROUND},
    "preview": {"building", "exports", "rendering", "reading", "oit", "writing", "messages", "project", *GROUND},
    "cli": {
        "building", "printing", "starting", "freezing", "verifying", "examining", "visiting", "preview", "messages",
        "reading", "oit", "project", *GROUND,
    },
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip
"""What each room, or module beside them, may import beside itself."""

SPELLING_AND_THEME = {"composed", "near_files", "spelling", "kinds", "contact_kinds", "theme"}
"""What the pages may know of reading: how things are spelled, and the theme as a value."""


def room(module: Module) -> str:
    """The room that a module lies in, or its own name where it lies in none."""
    return module.part or module.name or "__init__"


def rooms_of(module: Module) -> set[str]:
    """The rooms, or modules beside them, that a module imports."""
    found = {name.split(".")[1] for name in imports(module) if name.startswith("generator.")}
    return found - {room(module)}


def test_the_table_names_every_room() -> None:
    assert {room(module) for module in modules()} == set(MAY_IMPORT)


def test_a_room_imports_only_what_the_table_says() -> None:
    beyond = {module.name: rooms_of(module) - MAY_IMPORT[room(module)] for module in modules()}
    assert {name: more for name, more in beyond.items() if more} == {}


def test_the_table_itself_has_no_way_back() -> None:
    left = {name: set(below) for name, below in MAY_IMPORT.items()}
    while left:
        free = {name for name, below in left.items() if not below & set(left)}
        assert free, f"a circle among {sorted(left)}"
        for name in free:
            del left[name]


def test_at_most_seven_modules_stand_beside_the_rooms() -> None:
    packages = {module.part for module in modules()}
    beside = {module.name for module in modules() if not module.part} - {*packages, "__init__", "__main__"}
    assert len(beside) <= 7, beside


def test_pages_know_of_reading_only_how_things_are_spelled_and_what_a_theme_is() -> None:
    for module in modules():
        if module.part == "rendering":
            of_reading = {name.split(".")[2] for name in imports(module) if name.startswith("generator.reading.")}
            assert of_reading <= SPELLING_AND_THEME, module.name


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
