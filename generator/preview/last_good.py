"""The last good files of an agency replace files with errors.

A file with an error gives way to what it was when the agency could last be made of it, an item that
never was good to a disclosure that says nothing, and anything else is left out. So the pages of all
other files are what they will be once the error is mended.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from generator.diagnostics import Diagnostic, Report
from generator.reading.snapshot import Asset, Tree
from generator.reading.spelling import item_of

T = TypeVar("T")
_ROUNDS = 8
"""Errors come to light in stages, as reading comes before checking; after so many the agency is given up."""
_OWN = "agency.yaml"
_TOO_MANY_FILES = "OIT117"


class LastGood:
    """The files of one agency as they were when it was last made of them."""

    __slots__ = ("_assets", "_folder", "_texts")

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._texts: dict[str, bytes] = {}
        self._assets: dict[str, Asset] = {}

    def make(
        self, tree: Tree, found: Iterable[Diagnostic], make: Callable[[Tree], tuple[T | None, Report]]
    ) -> tuple[T | None, Report]:
        """What ``make`` makes of the tree, files with errors replaced; nothing where that does not help.

        ``found`` is what was wrong in reading the tree. The report is the one that ``make`` gave, so that what is
        reported later comes into it, with everything that is wrong in the files as they are.
        """
        told = list(found)
        if any(one.severity == "error" and self._is_of_all(one) for one in told):
            return None, Report(told)
        steps: dict[str, int] = {}
        used = self._without(tree, steps, told)
        for _ in range(_ROUNDS):
            made, report = make(used)
            told += self._true(report.diagnostics, steps)
            if made is not None:
                self._keep(used, steps)
                break
            before, used = used, self._without(used, steps, report.diagnostics)
            if used == before:
                break
        report.diagnostics[:] = told
        return made, report

    def _is_of_all(self, error: Diagnostic) -> bool:
        """Whether an error in reading leaves too little of the tree to make anything of."""
        return error.code == _TOO_MANY_FILES or error.span.path == self._folder

    def _below(self, diagnostic: Diagnostic) -> str | None:
        """The path of a diagnostic below the agency's folder; that of the agency's own file for the folder itself."""
        path = diagnostic.span.path
        if path == self._folder:
            return _OWN
        top = f"{self._folder}/"
        return path.removeprefix(top) if path.startswith(top) else None

    def _true(self, diagnostics: Sequence[Diagnostic], steps: Mapping[str, int]) -> list[Diagnostic]:
        """What is so of the files as they are: nothing about one that stands in, or that follows from one left out."""
        is_sure = all(step == 1 for step in steps.values())
        return [
            one
            for one in diagnostics
            if (is_sure or one.severity == "error") and (self._below(one) not in steps or one.span.path == self._folder)
        ]

    def _keep(self, used: Tree, steps: Mapping[str, int]) -> None:
        kept = {name: data for name, data in self._texts.items() if name in steps}
        self._texts = {**{name: data for name, data in used.texts.items() if name not in steps}, **kept}
        self._assets = used.assets

    def _without(self, tree: Tree, steps: dict[str, int], diagnostics: Iterable[Diagnostic]) -> Tree:
        """A tree in which others stand in for the files with errors; an equal one when there are none to do so."""
        errors = (one for one in diagnostics if one.severity == "error")
        names = {name for error in errors if (name := self._below(error)) is not None}
        if not names:
            return tree
        texts, assets = dict(tree.texts), {**self._assets, **tree.assets}
        restored = len(assets) > len(tree.assets)
        for name in names:
            steps[name] = step = steps.get(name, 0) + 1
            inside = f"{name}/"
            known = {one: data for one, data in self._texts.items() if one == name or one.startswith(inside)}
            _, inner, file = name.partition("/")
            item = item_of(file) if inner and "/" not in file else None
            if step == 1 and known and (restored or any(texts.get(one) != data for one, data in known.items())):
                texts |= known
            elif step <= 2 and item is not None:
                texts[name] = f"---\nitem: {item}\n---\n".encode()
                steps[name] = 2
            elif name != _OWN:
                texts = {one: data for one, data in texts.items() if one != name and not one.startswith(inside)}
                assets = {one: file for one, file in assets.items() if one != name and not one.startswith(inside)}
                steps[name] = 2
        return Tree(texts, assets, tree.digest)
