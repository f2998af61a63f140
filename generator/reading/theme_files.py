"""The files of a theme, and of what it extends, read into one theme.

A template is looked for in the project's theme, then in what that theme extends, and at last in
the base theme shipped with the generator.
"""

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.address import is_address, unpublishable
from generator.diagnostics import Report, Span, closest
from generator.language import LANGUAGES
from generator.paths import address_in, path_of, prefix
from generator.reading import yamltree
from generator.reading.kinds import TEXT, Choice, Placed, PlacedSlug, Slug
from generator.reading.schema import Field, ListOf, Record, SourceText, Values
from generator.reading.snapshot import folders, read_tree
from generator.reading.source_file import decode
from generator.reading.theme import BASE, Template, Theme
from generator.reading.yamltree import Mapping, Node, Scalar

_VALUE = re.compile(r"%\((\w+)\)s")
"""Where a value is filled in."""
_LIMIT = 4 * 1024 * 1024


class _Words(NamedTuple):
    """Words of the interface, and where they are written."""

    text: str
    span: Span


class _Settings(NamedTuple):
    extends: Placed
    pages: tuple[str, ...]


def _settings(values: Values, node: Node, source: SourceText) -> _Settings:
    return _Settings(values.get("extends", Placed(BASE, Span(source.path))), values.get("pages", ()))


def theme_record(kinds: Sequence[str]) -> Record[_Settings]:
    """What ``theme.yaml`` may say; ``kinds`` are the kinds of page that there are."""
    return Record(
        "theme.yaml",
        {
            "name": Field(Slug(), "ชื่อธีม", "Name of the theme", required=True),
            "title": Field(TEXT, "ชื่อที่แสดง", "Title"),
            "extends": Field(PlacedSlug(), "ธีมที่ต่อยอด", "The theme it extends"),
            "pages": Field(
                ListOf(Choice({kind: kind for kind in kinds})), "ชนิดหน้าที่สร้าง", "Kinds of page made; default all"
            ),
        },
        _settings,
    )


class _Source(NamedTuple):
    """The files of one theme of the chain, the most basic last. ``shown`` is its path in messages."""

    name: str
    shown: str
    texts: dict[str, bytes]
    digest: bytes


def shipped_themes() -> str:
    """The folder of the themes that come with the generator: inside an installed package, or beside a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = path_of(package, "themes")
    return inside if os.path.isdir(inside) else path_of(os.path.dirname(package), "themes")


def read_theme(name: Placed, project: str, kinds: Sequence[str], report: Report) -> Theme | None:
    """A theme with all it extends; nothing after an error. ``kinds`` are the kinds of page that there are."""
    sources = _read_sources(name, project, kinds, report)
    return _assemble(sources, kinds, report) if sources and not report.failed else None


def _read_sources(name: Placed, project: str, kinds: Sequence[str], report: Report) -> list[_Source]:
    """The files of a theme and of all it extends; empty after a diagnostic."""
    sources: list[_Source] = []
    wanted = name
    while True:
        if any(source.name == wanted.text for source in sources):
            report.error("OIT707", wanted.span, name=wanted.text)
            return []
        found = _read_theme(wanted, project, report)
        sources += found
        if not found:
            return []
        if wanted.text == BASE:
            return sources
        wanted = _read_settings(found[0], kinds, report).extends


def _read_theme(wanted: Placed, project: str, report: Report) -> list[_Source]:
    """The project's theme of a name, or else the shipped one; beneath a base theme of the project's own the shipped."""
    name = wanted.text
    folder = address_in("themes", name)
    roots = dict.fromkeys((project, os.path.dirname(shipped_themes())))
    found = [root for root in roots if os.path.isdir(path_of(root, folder))]
    if not found:
        known = [theme for root in roots for theme in folders(root, "themes", Report())]
        report.error("OIT701", wanted.span, name=name, suggestion=closest(name, known))
    trees = [
        read_tree(root, folder, report, text_suffixes=("",), limit=_LIMIT)
        for root in (found if name == BASE else found[:1])
    ]
    return [_Source(name, folder, tree.texts, tree.digest) for tree in trees]


def _read_settings(source: _Source, kinds: Sequence[str], report: Report) -> _Settings:
    path = address_in(source.shown, "theme.yaml")
    data = source.texts.get("theme.yaml")
    text = decode(data, path, report) if data is not None else None
    tree = yamltree.parse(text, path, report) if text is not None else None
    settings = theme_record(kinds).read(tree, SourceText(path, report)) if tree is not None else None
    if data is None:
        report.error("OIT124", Span(source.shown), file="theme.yaml")
    return settings or _Settings(Placed(BASE, Span(path)), ())


def _assemble(sources: list[_Source], kinds: Sequence[str], report: Report) -> Theme:
    """One theme from the files of a chain; the first that has a file wins.

    A template of the base theme is also known as ``base/NAME``, so that one of its name can extend it.
    """
    templates: dict[str, Template] = {}
    assets: dict[str, bytes] = {}
    words: dict[str, dict[str, _Words]] = {language: {} for language in LANGUAGES}
    base: dict[str, dict[str, _Words]] = {}
    """The words of the last theme of the chain, which is the shipped base theme: pages rely on them."""
    pages: tuple[str, ...] = ()
    places: dict[str, str] = {}
    for source in sources:
        pages = pages or _read_settings(source, kinds, report).pages
        for name, data in source.texts.items():
            folder, _, below = name.partition("/")
            path = address_in(source.shown, name)
            if folder == "templates":
                text = decode(data, path, report)
                if text is not None:
                    templates.setdefault(below, Template(path, text))
                    if source.name == BASE:
                        templates.setdefault(address_in(BASE, below), Template(path, text))
            elif folder == "assets":
                if is_address(below):
                    assets.setdefault(below, data)
                    places.setdefault(below, path)
                else:
                    report.error("OIT105", Span(path), name=below)
            elif folder == "strings" and (language := below.removesuffix(".yaml")) in words:
                own = _strings(data, path, report)
                words[language] = own | words[language]
                base[language] = own
    for name in unpublishable(assets):  # a theme has a file where one that it extends has a folder
        other = next(place for below, place in places.items() if below.startswith(prefix(name)))
        report.error("OIT815", Span(places[name]), name=name, other=other)
    for language, known in words.items():
        _check_values(known, base.get(language, {}), report)
    strings = {language: {key: one.text for key, one in known.items()} for language, known in words.items()}
    digest = b"".join(source.digest for source in sources)
    return Theme(
        name=sources[0].name,
        templates=templates,
        assets=assets,
        strings=strings,
        pages=pages or tuple(kinds),
        digest=digest,
    )


def _strings(data: bytes, path: str, report: Report) -> dict[str, _Words]:
    text = decode(data, path, report)
    tree = yamltree.parse(text, path, report) if text is not None else None
    source = SourceText(path, report)
    found: dict[str, _Words] = {}
    for name, (key, value) in tree.entries.items() if type(tree) is Mapping else ():
        if type(value) is Scalar:
            found[name] = _Words(value.text, source.span(key))
        else:
            report.error("OIT204", source.span(key), expected="text")
    return found


def _check_values(words: dict[str, _Words], base: dict[str, _Words], report: Report) -> None:
    """Report words that name a value, as in ``%(count)s``, which is not given where these words are used."""
    for key, own in words.items():
        if key not in base or own is base[key] or "%" not in own.text:
            continue
        known = dict.fromkeys(_VALUE.findall(base[key].text), "")
        try:
            if known or _VALUE.search(own.text):
                own.text % known  # what is filled in fails here as it would on a page
        except (KeyError, TypeError, ValueError):
            values = ", ".join(f"%({name})s" for name in known)
            report.error("OIT710", own.span, key=key, values=values)
