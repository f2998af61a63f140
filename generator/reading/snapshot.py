"""All reading of a project: regular files only, never through a link, each within its limits.

A snapshot is taken once and everything after it works on bytes, so an officer who saves a file
during a build changes the next build and not half of this one. Its digest, never a file time,
decides whether an agency has changed.
"""

import os
import re
import stat
import unicodedata
from hashlib import blake2b
from typing import NamedTuple

from generator.diagnostics import Report, Span

MAX_TEXT = 256 * 1024
MAX_ASSET = 100 * 1024 * 1024
MAX_SEGMENT = 200
MAX_FILES = 50_000
_CHUNK = 1 << 20
TEXT_SUFFIXES = (".md", ".yaml")
_FORBIDDEN = re.compile('[<>:"|?*\\\\\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\u061c\u200b-\u200f\u2060\ufeff\u00ad]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Asset(NamedTuple):
    """A file that is published as it is: where it lies, its size in bytes and the digest of its content."""

    path: str
    size: int
    digest: str


class Tree(NamedTuple):
    """The files of one folder by their path below it: texts as bytes, everything else as assets.

    ``digest`` covers every name and every byte, so equal digests mean equal trees.
    """

    texts: dict[str, bytes]
    assets: dict[str, Asset]
    digest: bytes


def read_file(root: str, path: str, report: Report, *, limit: int = MAX_TEXT) -> bytes | None:
    """The bytes of one regular file below ``root``; nothing after a diagnostic, or when it does not exist."""
    try:
        descriptor = os.open(f"{root}/{path}", _READ_FLAGS)
    except FileNotFoundError:
        return None
    except OSError as error:
        _unreadable(path, error, report, f"{root}/{path}")
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            report.error("OIT102", Span(path))
            return None
        if status.st_size > limit:
            report.error("OIT103", Span(path), size=status.st_size, limit=limit)
            return None
        data = os.read(descriptor, limit + 1)
        while len(data) <= limit and (more := os.read(descriptor, limit + 1 - len(data))):
            data += more
        if len(data) > limit:
            report.error("OIT103", Span(path), size=len(data), limit=limit)
            return None
        return data
    except OSError as error:
        _unreadable(path, error, report, f"{root}/{path}")
        return None
    finally:
        os.close(descriptor)


def read_tree(
    root: str,
    folder: str,
    report: Report,
    *,
    assets_below: str | None = None,
    text_suffixes: tuple[str, ...] = TEXT_SUFFIXES,
    limit: int = MAX_TEXT,
) -> Tree:
    """Everything in a folder of the project.

    ``root`` is the project, ``folder`` the path below it. Files below a folder called
    ``assets_below`` are assets, whatever their ending; elsewhere the ending says what is a text, of
    ``limit`` bytes at the most. Hidden files and folders are passed over.
    """
    texts: dict[str, bytes] = {}
    assets: dict[str, Asset] = {}
    hasher = blake2b(digest_size=20)
    pending: list[tuple[str, bool]] = [("", False)]
    count = 0
    while pending:
        below, in_assets = pending.pop()
        here = f"{folder}/{below}" if below else folder
        names = _entries(root, here, report)
        count += len(names)
        if count > MAX_FILES:
            report.error("OIT117", Span(here), limit=MAX_FILES)
            break
        for name, is_folder in names:
            path = f"{below}/{name}" if below else name
            full = f"{folder}/{path}"
            if is_folder:
                pending.append((path, in_assets or name == assets_below))
                continue
            if in_assets or not name.endswith(text_suffixes):
                asset = _asset(root, full, report)
                if asset is not None:
                    assets[path] = asset
                    hasher.update(f"\x01{path}\x00{asset.size}\x00{asset.digest}\x00".encode())
                continue
            data = read_file(root, full, report, limit=limit)
            if data is not None:
                texts[path] = data
                hasher.update(f"\x02{path}\x00{len(data)}\x00".encode())
                hasher.update(data)
    return Tree(texts, assets, hasher.digest())


def folders(root: str, folder: str, report: Report) -> list[str]:
    """The names of the folders directly below one, sorted."""
    return [name for name, is_folder in _entries(root, folder, report) if is_folder]


def files(root: str, folder: str, report: Report) -> list[str]:
    """The names of the files directly below a folder, sorted; none when there is no such folder."""
    if not os.path.isdir(f"{root}/{folder}"):
        return []
    return [name for name, is_folder in _entries(root, folder, report) if not is_folder]


def _entries(root: str, folder: str, report: Report) -> list[tuple[str, bool]]:
    """Names in a folder with whether each is a folder, sorted; odd ones are reported and left out."""
    found: list[tuple[str, bool]] = []
    forms: dict[str, str] = {}
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                path = f"{folder}/{name}"
                if entry.is_symlink():
                    report.error("OIT102", Span(_shown(path)))
                elif entry.is_dir(follow_symlinks=False):
                    found.append((name, True))
                elif entry.is_file(follow_symlinks=False):
                    found.append((name, False))
                else:
                    report.error("OIT102", Span(_shown(path)))
    except OSError as error:
        _unreadable(folder, error, report, f"{root}/{folder}")
        return []
    found.sort()
    checked: list[tuple[str, bool]] = []
    for name, is_folder in found:
        path = f"{folder}/{name}"
        if not _acceptable(name):
            report.error("OIT105", Span(_shown(path)), name=_shown(name))
            continue
        form = name if name.isascii() and name.islower() else unicodedata.normalize("NFC", name).casefold()
        if form in forms:
            report.error("OIT106", Span(_shown(path)), name=_shown(name), other=_shown(forms[form]))
            continue
        forms[form] = name
        checked.append((name, is_folder))
    return checked


def _acceptable(name: str) -> bool:
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return False
    if size > MAX_SEGMENT or name[-1] in ". " or name[0] == " ":
        return False
    return not (_FORBIDDEN.search(name) or _RESERVED.fullmatch(name))


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _asset(root: str, path: str, report: Report) -> Asset | None:
    """The size and digest of a file, read in pieces: a film of the council's meeting need not fit in memory."""
    full = f"{root}/{path}"
    try:
        descriptor = os.open(full, _READ_FLAGS)
    except OSError as error:
        _unreadable(path, error, report, full)
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            report.error("OIT102", Span(path))
            return None
        if status.st_size > MAX_ASSET:
            report.error("OIT103", Span(path), size=status.st_size, limit=MAX_ASSET)
            return None
        hasher = blake2b()
        size = 0
        while piece := os.read(descriptor, _CHUNK):
            hasher.update(piece)
            size += len(piece)
            if size > MAX_ASSET:
                report.error("OIT103", Span(path), size=size, limit=MAX_ASSET)
                return None
        return Asset(full, size, hasher.hexdigest())
    except OSError as error:
        _unreadable(path, error, report, full)
        return None
    finally:
        os.close(descriptor)


def _unreadable(path: str, error: OSError, report: Report, full: str) -> None:
    if os.path.islink(full):
        report.error("OIT102", Span(_shown(path)))
    else:
        report.error("OIT101", Span(_shown(path)), reason=error.strerror)
