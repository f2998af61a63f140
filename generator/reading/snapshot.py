"""All reading of a project: regular files only, never through a link, each within its limits.

A snapshot is taken once and everything after it works on bytes, so an officer who saves a file
during a build changes the next build and not half of this one. Its digest, never a file time,
decides whether an agency has changed.
"""

import errno
import os
import stat
from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.digest import blake2b
from generator.paths import address_in, path_of
from generator.reading.composed import normal
from generator.reading.folder import Folder

MAX_TEXT = 256 * 1024
MAX_ASSET = 100 * 1024 * 1024
MAX_SEGMENT = 200
MAX_FILES = 50_000
_CHUNK = 1 << 20
_TRIES = 3
TEXT_SUFFIXES = (".md", ".yaml")
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_HIDDEN = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD)
_FORBIDDEN = frozenset('<>:"|?*\\').union(map(chr, _CONTROLS + _HIDDEN))
_PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
"""Names that Windows keeps for devices, whatever ending follows them."""


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
    folder, _, name = path.rpartition("/")
    try:
        with Folder(root, folder) as opened:
            return _text(opened, name, path, limit, report)
    except FileNotFoundError:
        return None
    except OSError as error:
        _unreadable(root, path, error, report)
        return None


def read_tree(
    root: str,
    folder: str,
    report: Report,
    *,
    assets_below: str | None = None,
    text_suffixes: tuple[str, ...] = TEXT_SUFFIXES,
    limit: int = MAX_TEXT,
) -> Tree:
    """Everything in a folder of the project, by names in their one form (see ``composed.normal``).

    ``root`` is the project, ``folder`` the path below it. Files below a folder called
    ``assets_below`` are assets, whatever their ending; elsewhere the ending says what is a text, of
    ``limit`` bytes at the most. Hidden files and folders are passed over.
    """
    reading = _Reading(root, folder, report, assets_below, text_suffixes, limit)
    try:
        with Folder(root, folder) as top:
            reading.walk(top)
    except OSError as error:
        _unreadable(root, folder, error, report)
    return Tree(reading.texts, reading.assets, reading.hasher.digest())


class _Reading:
    """One tree while it is being read."""

    def __init__(
        self,
        root: str,
        folder: str,
        report: Report,
        assets_below: str | None,
        text_suffixes: tuple[str, ...],
        limit: int,
    ) -> None:
        self.texts: dict[str, bytes] = {}
        self.assets: dict[str, Asset] = {}
        self.hasher = blake2b(digest_size=20)
        self._root = root
        self._folder = folder
        self._report = report
        self._assets_below = assets_below
        self._text_suffixes = text_suffixes
        self._limit = limit
        self._count = 0

    def walk(self, top: Folder) -> None:
        """Read a folder and all below it."""
        pending: list[tuple[str, bool]] = [("", False)]
        while pending:
            below, in_assets = pending.pop()
            here = address_in(self._folder, below)
            try:
                with top.below(below) as opened:
                    names = _entries(opened, here, self._report)
                    self._count += len(names)
                    if self._count > MAX_FILES:
                        self._report.error("OIT117", Span(here), limit=MAX_FILES)
                        return
                    for name, is_folder in names:
                        path = address_in(below, name)
                        if is_folder:
                            pending.append((path, in_assets or name == self._assets_below))
                        else:
                            self._file(opened, name, path, in_assets)
            except OSError as error:
                _unreadable(self._root, here, error, self._report)

    def _file(self, opened: Folder, name: str, path: str, in_assets: bool) -> None:
        full = address_in(self._folder, path)
        try:
            if in_assets or not name.endswith(self._text_suffixes):
                asset = _asset(opened, name, full, self._root, self._report)
                if asset is not None:
                    self.assets[normal(path)] = asset
                    self.hasher.update(f"\x01{path}\x00{asset.size}\x00{asset.digest}\x00".encode())
                return
            data = _text(opened, name, full, self._limit, self._report)
        except OSError as error:
            _unreadable(self._root, full, error, self._report)
            return
        if data is not None:
            self.texts[normal(path)] = data
            self.hasher.update(f"\x02{path}\x00{len(data)}\x00".encode())
            self.hasher.update(data)


def read_asset(asset: Asset) -> bytes | None:
    """The bytes of an asset; nothing when it cannot be read any more, or is not what it was."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(asset.path, flags), "rb") as source:
            data = source.read(asset.size + 1)
    except OSError:
        return None
    return data if blake2b(data).hexdigest() == asset.digest else None


def folders(root: str, folder: str, report: Report) -> list[str]:
    """The names of the folders directly below one, sorted."""
    return [name for name, is_folder in _listing(root, folder, report) if is_folder]


def files(root: str, folder: str, report: Report) -> list[str]:
    """The names of the files directly below a folder, sorted; none when there is no such folder."""
    return [name for name, is_folder in _listing(root, folder, report, may_be_missing=True) if not is_folder]


def _listing(root: str, folder: str, report: Report, *, may_be_missing: bool = False) -> list[tuple[str, bool]]:
    try:
        with Folder(root, folder) as opened:
            return _entries(opened, folder, report)
    except OSError as error:
        if not (may_be_missing and isinstance(error, FileNotFoundError)):
            _unreadable(root, folder, error, report)
        return []


def _entries(opened: Folder, folder: str, report: Report) -> list[tuple[str, bool]]:
    """Names in a folder with whether each is a folder, sorted; odd ones are reported and left out."""
    found: list[tuple[str, bool]] = []
    forms: dict[str, str] = {}
    for entry in opened.entries():
        name = entry.name
        if name[0] == ".":
            continue
        if entry.is_dir(follow_symlinks=False):
            found.append((name, True))
        elif entry.is_file(follow_symlinks=False):
            found.append((name, False))
        else:
            report.error("OIT102", Span(_shown(address_in(folder, name))))
    found.sort()
    checked: list[tuple[str, bool]] = []
    for name, is_folder in found:
        path = address_in(folder, name)
        if not is_acceptable(name):
            report.error("OIT105", Span(_shown(path)), name=_shown(name))
            continue
        form = name if name.isascii() and name.islower() else normal(name).casefold()
        if form in forms:
            report.error("OIT106", Span(path), name=name, other=forms[form])
            continue
        forms[form] = name
        checked.append((name, is_folder))
    return checked


def is_acceptable(name: str) -> bool:
    """Whether a file or folder of this name can be kept on every system that content is edited on."""
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return False
    if size > MAX_SEGMENT or name[-1] in ". " or name[0] == " ":
        return False
    return _FORBIDDEN.isdisjoint(name) and name.partition(".")[0].rstrip(" ").lower() not in _DEVICES


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _text(opened: Folder, name: str, path: str, limit: int, report: Report) -> bytes | None:
    """The bytes of a text; one that is being written is read again."""
    descriptor = opened.open(name)
    try:
        for _ in range(_TRIES):
            size = _size(descriptor, path, limit, report)
            if size is None:
                return None
            data = os.read(descriptor, size + 1)
            while len(data) <= size and (more := os.read(descriptor, size + 1 - len(data))):
                data += more
            if len(data) == size:
                return data
            os.lseek(descriptor, 0, os.SEEK_SET)
    finally:
        os.close(descriptor)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _asset(opened: Folder, name: str, path: str, root: str, report: Report) -> Asset | None:
    """The size and digest of a file, read in pieces: a film of the council's meeting need not fit in memory."""
    descriptor = opened.open(name)
    try:
        size = _size(descriptor, path, MAX_ASSET, report)
        if size is None:
            return None
        hasher = blake2b()
        done = 0
        while done <= size and (piece := os.read(descriptor, _CHUNK)):
            hasher.update(piece)
            done += len(piece)
        if done != size:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        return Asset(path_of(root, path), size, hasher.hexdigest())
    finally:
        os.close(descriptor)


def _size(descriptor: int, path: str, limit: int, report: Report) -> int | None:
    """The size of a regular file; nothing after a diagnostic."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        report.error("OIT102", Span(path))
        return None
    if status.st_size > limit:
        report.error("OIT103", Span(path), size=status.st_size, limit=limit)
        return None
    return status.st_size


def _unreadable(root: str, path: str, error: OSError, report: Report) -> None:
    """Report a link where one stands in the way, else what the system says."""
    parts = path.split("/")
    for count in range(1, len(parts) + 1):
        part = address_in(*parts[:count])
        if os.path.islink(path_of(root, part)):
            report.error("OIT102", Span(_shown(part)))
            return
    report.error("OIT101", Span(_shown(path)), reason=error.strerror)
