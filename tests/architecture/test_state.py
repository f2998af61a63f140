"""No module keeps anything: what it holds is made once when it is loaded, and is the same ever after.

A cache of a function that depends on its arguments alone is no state; it is made with ``functools``.
"""

import ast
from collections.abc import Iterator

from .modules import Module, modules

MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = {"list", "dict", "set", "bytearray", "deque", "defaultdict", "Counter", "OrderedDict", "WeakValueDictionary"}
CHANGES = {
    "add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem", "popleft", "remove",
    "reverse", "setdefault", "sort", "update",
}  # fmt: skip


OF_A_PROCESS = {"building.parallel", "writing.lock"}
"""What a forked process takes over from its parent can only stand in a module: the task of a worker, the locks held."""


def changeable(module: Module) -> set[str]:
    """The names at the top of a module that stand for something that can be changed."""
    found: set[str] = set()
    for node in module.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        made = isinstance(node.value, ast.Call) and ast.unparse(node.value.func).split(".")[-1] in MAKERS
        if made or isinstance(node.value, MUTABLE):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def changed(module: Module) -> Iterator[str]:
    """Places in functions where something at the top of a module is changed, or put in another's place."""
    names = changeable(module)
    functions = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for node in {id(node): node for function in functions for node in ast.walk(function)}.values():
        if isinstance(node, ast.Global):
            yield f"{module.name}:{node.lineno}: global"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            if isinstance(node.func.value, ast.Name) and node.func.value.id in names:
                yield f"{module.name}:{node.lineno}: {ast.unparse(node.func)}"
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            if isinstance(node.value, ast.Name) and node.value.id in names:
                yield f"{module.name}:{node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id in names:
            yield f"{module.name}:{node.lineno}: {ast.unparse(node)}"


def test_no_module_changes_what_stands_at_its_top() -> None:
    found = {module.name: places for module in modules() if (places := list(changed(module)))}
    assert {name: places for name, places in found.items() if name not in OF_A_PROCESS} == {}
    assert found.keys() == OF_A_PROCESS


def test_nothing_that_begins_empty_stands_at_the_top_of_a_module() -> None:
    """What begins empty is there to be filled."""
    empty = set()
    for module in modules():
        for node in module.tree.body:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            if (isinstance(value, ast.List | ast.Set) and not value.elts) or (
                isinstance(value, ast.Dict) and not value.keys
            ):
                empty.add(module.name)
    assert empty <= OF_A_PROCESS
