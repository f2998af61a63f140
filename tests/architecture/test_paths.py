"""Paths are put together in one module, with the separator of the system that the program runs on."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from .modules import Module, calls, imports, modules

DISK = re.compile(r"(?:self\.)?_?disk\.")
FOLDED = re.compile(r"\0[/\\]|[/\\]\0")
"""A slash beside a part that is filled in."""


def touches_files(module: Module) -> bool:
    """Whether a module hands paths to the operating system, by whatever name."""
    return bool({"os", "shutil", "generator.writing.disk"} & set(imports(module))) or any(
        name in ("open", "Folder") or DISK.match(name) for name, _ in calls(module)
    )


def joins(node: ast.AST) -> bool:
    """Whether an expression puts a path together: ``f"{a}/{b}"``, ``a + "/" + b``, ``"/".join``, ``os.path.join``."""
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
        return FOLDED.search(text) is not None and "://" not in text
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod | ast.Div):
        return is_slashed(node.left) or is_slashed(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return ast.unparse(node.func) == "os.path.join" or (
            node.func.attr in ("join", "format") and is_slashed(node.func.value)
        )
    return False


def is_slashed(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(re.search(r"[/\\]", node.value))


def put_together(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.expr) and joins(node):
            yield f"{module.name}:{node.lineno}: {ast.unparse(node)}"


def test_a_module_that_touches_files_puts_no_path_together() -> None:
    touching = [module for module in modules() if module.name != "paths" and touches_files(module)]
    assert {"writing.state", "reading.snapshot", "writing.placing"} <= {module.name for module in touching}
    assert [found for module in touching for found in put_together(module)] == []


def test_no_module_puts_something_behind_the_folder_of_a_project() -> None:
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                for folder, behind in pairwise(node.values):
                    of_project = isinstance(folder, ast.FormattedValue) and ends_in(folder.value, "root", "target")
                    assert not (of_project and is_slashed(behind)), f"{module.name}:{node.lineno}"


def ends_in(node: ast.expr, *names: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in names
