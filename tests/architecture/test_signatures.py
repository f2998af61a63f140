"""What a function is given: few things, and many values only by their names."""

import ast
from collections.abc import Iterator

from .modules import Module, modules

MOST = 6
TOO_MANY: dict[str, int] = {
    "rendering.bodies.Bodies.__init__": 7,
    "rendering.markdown.render": 7,
    "rendering.results_view._row": 8,
    "rendering.site_pages.render_site_page": 8,
    "rendering.summary_view._row": 7,
}
"""Functions that take more than six parameters, with how many. The numbers may only fall."""

POSITIONAL: dict[str, int] = {
    "building.agency": 1,
    "building.build": 1,
    "building.kept_agency": 1,
    "building.kept_site": 1,
    "building.site": 2,
    "rendering.english": 1,
    "rendering.markdown": 1,
    "rendering.method_view": 1,
    "rendering.results_view": 1,
    "rendering.summary_view": 1,
    "rendering.trend_view": 2,
}
"""Modules that give a constructor more than five values without names, with how often. The numbers may only fall."""


def functions(module: Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function by its dotted name, a method below its class."""

    def below(node: ast.AST, name: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name}.{child.name}", child
                yield from below(child, f"{name}.{child.name}")
            else:
                yield from below(child, f"{name}.{child.name}" if isinstance(child, ast.ClassDef) else name)

    return below(module.tree, module.name)


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many values a function takes beside the object or class that it belongs to."""
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    own = names[:1] in (["self"], ["cls"])
    return len(names) - own + (given.vararg is not None) + (given.kwarg is not None)


def test_no_function_takes_more_than_six_parameters() -> None:
    found = {
        name: count
        for module in modules()
        for name, function in functions(module)
        if (count := parameters(function)) > TOO_MANY.get(name, MOST)
    }
    assert found == {}


def test_many_values_are_given_to_a_constructor_by_name() -> None:
    classes = {node.name for module in modules() for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)}
    found: dict[str, int] = {}
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and len(node.args) > 5 and ast.unparse(node.func) in classes:
                found[module.name] = found.get(module.name, 0) + 1
    assert {name: count for name, count in found.items() if count > POSITIONAL.get(name, 0)} == {}
