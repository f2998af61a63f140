"""The values that templates see, a section a template: types from code, meanings from ``theme_values.yaml``."""

import pkgutil
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple

import yaml
from markupsafe import Markup

from generator import rendering
from generator.language import Language

from .languages import Words, table

_PLAIN: dict[Any, str] = {str: "text", bool: "true or false", int: "number", Markup: "HTML", type(None): "none"}
_NAME = re.compile(r"\b[A-Z][a-z]\w+")
_FRAME = "layout.html"
_SHARED: dict[Language, str] = {"th": "ค่าที่หลายแม่แบบใช้", "en": "Values that many templates use"}
_USES: dict[Language, str] = {"th": "ชื่อที่ใช้ได้", "en": "Names"}
_NAMES: tuple[Words, ...] = (("ชื่อ", "name"), ("ชนิด", "type"), ("ความหมาย", "meaning"))
_FIELDS: tuple[Words, ...] = (("ช่อง", "field"), *_NAMES[1:])


class Template(NamedTuple):
    """One template: what it shows, and the names it can use with their types."""

    name: str
    meaning: dict[Language, str]
    names: dict[str, dict[str, str]]


@cache
def described() -> dict[str, Any]:
    """What ``theme_values.yaml`` says: ``templates``, ``names`` and ``values``."""
    text = Path(__file__).with_name("theme_values.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def templates() -> list[Template]:
    """Every template in the order of the guide."""
    names = described()["names"]
    return [
        Template(
            template, one, {name: names.get(f"{name} in {template}", names.get(name, {})) for name in one["names"]}
        )
        for template, one in described()["templates"].items()
    ]


def views() -> dict[str, Any]:
    """Every type of value that templates can reach from the names they are given, by its name."""
    classes = _classes()
    found: dict[str, Any] = {}
    waiting = [
        classes[name] for one in templates() for told in one.names.values() for name in _NAME.findall(told["type"])
    ]
    while waiting:
        view = waiting.pop(0)
        if found.setdefault(view.__name__, view) is view and view not in waiting:
            waiting += [inner for inner in _inside(view) if inner.__name__ not in found]
    return found


def in_words(kind: Any) -> str:
    """A type as the guide names it."""
    inner = typing.get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, UnionType):
        return " or ".join(in_words(one) for one in inner)
    if typing.get_origin(kind) is Mapping:
        return f"{in_words(inner[1])} by {in_words(inner[0])}"
    if typing.get_origin(kind) in (tuple, Sequence):
        pair = typing.get_origin(kind) is tuple and inner[-1] is not Ellipsis
        return f"({', '.join(map(in_words, inner))})" if pair else f"list of {in_words(inner[0])}"
    return str(kind.__name__)


def reference(language: Language) -> str:
    """The reference: what every page sees, then each template with the values that it is the first to show."""
    every, known = templates(), views()
    common = [name for name in every[0].names if sum(name in one.names for one in every) > len(every) // 2]
    common += [name for one in every for name in ("agency", "year", "index", "summary") if name in one.names]
    shared = Template(_FRAME, {}, {name: described()["names"][name] for name in dict.fromkeys(common)})
    shown: set[str] = set()
    parts = [f"## {_SHARED[language]}", _table_of_names(shared, language)]
    parts += _values(shared, known, shown, language)
    for one in every:
        own = one._replace(names={name: told for name, told in one.names.items() if told != shared.names.get(name)})
        names = " ".join(f"`{name}`" for name in one.names)
        parts += [f"## {one.name}", one.meaning[language], f"{_USES[language]}: {names}"]
        parts += [_table_of_names(own, language)] if own.names else []
        parts += _values(own, known, shown, language)
    return "\n\n".join(parts) + "\n"


def _classes() -> dict[str, Any]:
    """Every named tuple of ``rendering`` by its name."""
    modules = [import_module(one.name) for one in pkgutil.walk_packages(rendering.__path__, f"{rendering.__name__}.")]
    found = (value for module in modules for value in vars(module).values())
    return {value.__name__: value for value in found if isinstance(value, type) and hasattr(value, "_fields")}


def _inside(view: Any) -> Iterator[Any]:
    """The types that a view holds, in the order of its fields."""
    waiting = [typing.get_type_hints(view)[field] for field in view._fields]
    while waiting:
        kind = waiting.pop(0)
        if hasattr(kind, "_fields"):
            yield kind
        waiting[:0] = typing.get_args(kind)


def _values(template: Template, known: dict[str, Any], shown: set[str], language: Language) -> list[str]:
    """The tables of what a template's names hold and no section before told of."""
    waiting = [known[name] for told in template.names.values() for name in _NAME.findall(told["type"])]
    parts: list[str] = []
    while waiting:
        view = waiting.pop(0)
        if view.__name__ in shown:
            continue
        shown.add(view.__name__)
        told, hints = described()["values"][view.__name__], typing.get_type_hints(view)
        rows = [
            [f"`{field}`", _linked(in_words(hints[field])), told["fields"][field][language]] for field in view._fields
        ]
        parts += [f"### {view.__name__}", told[language], table(_FIELDS, rows, language).rstrip()]
        waiting += _inside(view)
    return parts


def _table_of_names(template: Template, language: Language) -> str:
    rows = [[f"`{name}`", _linked(told["type"]), told.get(language, "")] for name, told in template.names.items()]
    return table(_NAMES, rows, language).rstrip()


def _linked(words: str) -> str:
    return _NAME.sub(lambda match: f"[{match[0]}](#{match[0].lower()})", words)
