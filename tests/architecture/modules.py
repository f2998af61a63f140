"""The generator's modules as syntax trees; nothing of them is run."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import generator

PACKAGE = Path(generator.__file__).parent


class Module(NamedTuple):
    """One module: its dotted name below the package, its source and its tree."""

    name: str
    source: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The package it lies in, such as ``oit``; nothing for a module at the top."""
        return self.name.split(".")[0] if "." in self.name else ""


@cache
def modules() -> tuple[Module, ...]:
    """All modules, in order."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        source = path.read_text(encoding="utf-8")
        found.append(Module(name, source, ast.parse(source)))
    return tuple(found)


def imports(module: Module) -> Iterator[str]:
    """The dotted names of what a module imports, wherever in it; those of the generator begin with ``generator``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names if is_module(f"{node.module}.{name.name}"))


def is_module(name: str) -> bool:
    """Whether a dotted name is that of a module of the generator."""
    below = name.removeprefix("generator.").replace(".", "/")
    return name.startswith("generator.") and ((PACKAGE / f"{below}.py").is_file() or (PACKAGE / below).is_dir())


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call by what is called: ``open``, ``os.read``, ``path.read_text``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
