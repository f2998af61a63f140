"""Own modules are imported at the head of a module, but at the seams where a command loads only what it needs.

There are three: which command is asked for, whether anything changed, and which exports a site has.
Beside them, what is said of mistakes and what few projects have is loaded where it comes up.
"""

import ast
from collections.abc import Iterator

from .modules import Module, modules

COMMAND = {
    "__main__": 2,
    "cli.arguments": 1,
    "cli.check": 4,
    "cli.console": 5,
    "cli.ending": 2,
    "cli.main": 3,
    "starting.first_steps": 1,
}
"""Which command is asked for, and what it has to say."""
CHANGED = {
    "building.build": 3,
    "building.check": 1,
    "building.units": 1,
    "writing.publish": 2,
}
"""Whether anything changed, and so has to be made and published."""
EXPORTS = {
    "building.agency_plan": 1,
    "exports.agency_files": 4,
    "exports.archive": 1,
    "exports.formats": 6,
    "exports.site_files": 2,
    "exports.year_data": 5,
    "exports.year_files": 1,
}
"""Which exports a site has."""
MISTAKES = {
    "reading.contact_kinds": 3,
    "reading.kinds": 9,
    "reading.reference_kind": 1,
    "reading.results_file": 1,
    "reading.schema": 1,
}
"""What was probably meant by a value that no field takes; loaded only when there is one."""
RARE = {
    "building.agency": 1,
    "building.site": 1,
    "building.site_plan": 2,
    "reading.agency_folder": 1,
    "reading.inputs": 1,
    "rendering.agency_context": 1,
    "rendering.pages.answers": 1,
    "rendering.pages.dashboard": 1,
    "rendering.render_context": 1,
    "rendering.site_pages": 1,
    "rendering.templates": 1,
}
"""What few projects have: another language, several years, snapshots, answers, data for search engines."""
SEAMS = {**COMMAND, **CHANGED, **EXPORTS, **MISTAKES, **RARE}
"""How many imports of own modules may stand inside functions, by module. The numbers may only fall."""


def local_imports(module: Module) -> Iterator[ast.ImportFrom | ast.Import]:
    """The imports of own modules inside functions."""
    inside = {
        id(node): node
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom | ast.Import)
    }
    for node in inside.values():
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
        if any(name.split(".")[0] == "generator" for name in names):
            yield node


def test_own_modules_are_imported_inside_functions_only_at_the_seams() -> None:
    counted = {module.name: len(list(local_imports(module))) for module in modules()}
    assert {name: count for name, count in counted.items() if count > SEAMS.get(name, 0)} == {}


def test_every_module_at_a_seam_is_there() -> None:
    assert SEAMS.keys() <= {module.name for module in modules()}
