"""A theme as read: templates, assets and strings, merged with the themes it extends."""

from typing import NamedTuple

BASE = "base"
"""The theme that comes with the generator, which every other extends in the end."""


class Template(NamedTuple):
    """A template's text and the path to show when something is wrong with it."""

    path: str
    text: str


class Theme(NamedTuple):
    """A theme with everything it extends folded in. ``digest`` covers every byte of it; ``pages`` are kinds of page."""

    name: str
    templates: dict[str, Template]
    assets: dict[str, bytes]
    strings: dict[str, dict[str, str]]
    pages: tuple[str, ...]
    digest: bytes
