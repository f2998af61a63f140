"""A file as an editor hands it to a schema: plain scalars typed by the rules of YAML 1.2, keys as texts."""

import re
from typing import Any

import yaml


class _Editor(yaml.SafeLoader):
    """Knows the core schema of YAML 1.2 and nothing more: ``no`` and ``1:30`` are texts, ``012`` is a number."""


_Editor.yaml_implicit_resolvers = {}
for _tag, _pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)
_Editor.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(str(node.value), 0 if "x" in node.value else 10)
)


def typed(text: str) -> Any:
    """The values of a YAML text."""
    return _with_texts_as_keys(yaml.load(text, Loader=_Editor))


def typed_file(name: str, text: str) -> Any:
    """The values of a file: of its front matter, when it is one with a body."""
    return typed(text.split("---\n")[1] if name.endswith(".md") else text)


def _with_texts_as_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _with_texts_as_keys(below) for name, below in value.items()}
    return [_with_texts_as_keys(below) for below in value] if isinstance(value, list) else value
