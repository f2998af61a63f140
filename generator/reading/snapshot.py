"""All reading of a project: regular files only, never through a link, each within its limits.

A snapshot is taken once and everything after it works on bytes, so an officer who saves a file
during a build changes the next build and not half of this one. Its digest, never a file time,
decides whether an agency has changed.
"""

import errno
import os
import stat
from typing import NamedTuple

from generator.diagnostics import Report, Span, megabytes
from generator.digest import blake2b
from generator.oit.composed import normal
from generator.oit.file_fault import HEAD, FileFault, file_fault
from generator.oit.refused_paths import RefusedPaths
from generator.paths import address_in, path_of
from generator.reading.folder import Folder
from generator.reading.listing import Listing, listing, shown

MAX_TEXT = 256 * 1024
MAX_ASSET = 100 * 1024 * 1024
MAX_FILES = 50_000
_CHUNK = 1 << 20
_TRIES = 3
TEXT_SUFFIXES = (".md", ".yaml")
_GONE = frozenset((errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ESTALE))
"""What the system says of a file or folder that was listed and is not there any more."""


class Asset(NamedTuple):
    """A file that is published as it is: where it lies, its size in bytes and the digest of its content.

    ``fault`` is what its first bytes betray.
    """

    path: str
    size: int
    digest: str
    fault: FileFault | None = None


class Tree(NamedTuple):
    """The files of one folder by their path below it: texts as bytes, everything else as assets.

    ``digest`` covers every name and every byte, so equal digests mean equal trees. ``refused`` are those that
    were reported, ``unfinished`` the assets that something was still writing, of which nothing was reported.
    """

    texts: dict[str, bytes]
    assets: dict[str, Asset]
    digest: bytes
    refused: RefusedPaths = RefusedPaths()
    unfinished: frozenset[str] = frozenset()


def read_file(root: str, path: str, report: Report, *, limit: int = MAX_TEXT) -> bytes | None:
    """The bytes of one regular file below ``root``; nothing after a diagnostic, or when it does not exist."""
    folder, _, name = path.rpartition("/")
    try:
        with Folder(root, folder) as opened:
            return _text(opened, name, path, limit, report)
    except (FileNotFoundError, _RefusedError):
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
    ``limit`` bytes at the most. What is gone when it is read was never there.
    """
    reading = _Reading(
        root=root, folder=folder, report=report, assets_below=assets_below, text_suffixes=text_suffixes, limit=limit
    )
    try:
        with Folder(root, folder) as top:
            reading.walk(top)
    except OSError as error:
        _unreadable(root, folder, error, report)
        reading.refused.add("")
    return Tree(
        reading.texts,
        reading.assets,
        reading.hasher.digest(),
        RefusedPaths(frozenset(reading.refused)),
        frozenset(reading.unfinished),
    )


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
        self.refused: set[str] = set()
        self.unfinished: set[str] = set()
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
                    entries, refused = listing(opened, here, self._report, with_copies=in_assets)
                    self.refused.update(address_in(below, name) for name in refused)
                    self._count += len(entries)
                    if self._count > MAX_FILES:
                        self._report.error("OIT117", Span(here), limit=MAX_FILES)
                        self.refused.add("")
                        return
                    for name, is_folder in entries:
                        path = address_in(below, name)
                        if is_folder:
                            pending.append((path, in_assets or name.casefold() == self._assets_below))
                        else:
                            self._file(opened, name, path, in_assets)
            except OSError as error:
                self._failed(below, error)

    def _file(self, opened: Folder, name: str, path: str, in_assets: bool) -> None:
        full = address_in(self._folder, path)
        is_asset = in_assets or not name.lower().endswith(self._text_suffixes)
        try:
            if is_asset:
                asset = _asset(opened, name, full, self._root, self._report)
                self.assets[normal(path)] = asset
                self.hasher.update(f"\x01{path}\x00{asset.size}\x00{asset.digest}\x00".encode())
            else:
                data = _text(opened, name, full, self._limit, self._report)
                self.texts[normal(path)] = data
                self.hasher.update(f"\x02{path}\x00{len(data)}\x00".encode())
                self.hasher.update(data)
        except _RefusedError:
            self.refused.add(normal(path))
        except OSError as error:
            if is_asset and error.errno == errno.EBUSY:
                self.unfinished.add(normal(path))
            else:
                self._failed(path, error)

    def _failed(self, path: str, error: OSError) -> None:
        """Report what was listed and cannot be read, unless it is gone: that file was never there."""
        if _unreadable(self._root, address_in(self._folder, path), error, self._report, listed=True):
            self.refused.add(normal(path))


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
    return [name for name, is_folder in listed(root, folder, report).entries if is_folder]


def files(root: str, folder: str, report: Report) -> list[str]:
    """The names of the files directly below a folder, sorted; none when there is no such folder."""
    entries = listed(root, folder, report, may_be_missing=True).entries
    return [name for name, is_folder in entries if not is_folder]


def listed(root: str, folder: str, report: Report, *, may_be_missing: bool = False) -> Listing:
    """What stands directly in a folder; nothing but a refusal after a diagnostic about the folder itself."""
    try:
        with Folder(root, folder) as opened:
            return listing(opened, folder, report)
    except OSError as error:
        if not (may_be_missing and isinstance(error, FileNotFoundError)):
            _unreadable(root, folder, error, report)
            return Listing([], ("",))
        return Listing([])


class _RefusedError(Exception):
    """A file that is there and is not read; why was reported."""


def _text(opened: Folder, name: str, path: str, limit: int, report: Report) -> bytes:
    """The bytes of a text; one that is being written is read again. Raises OSError and _RefusedError."""
    descriptor = opened.open(name)
    try:
        for _ in range(_TRIES):
            size = _size(descriptor, path, limit, report)
            data = os.read(descriptor, size + 1)
            while len(data) <= size and (more := os.read(descriptor, size + 1 - len(data))):
                data += more
            if len(data) == size:
                return data
            os.lseek(descriptor, 0, os.SEEK_SET)
    finally:
        os.close(descriptor)
    report.error("OIT130", Span(path), file=name)
    raise _RefusedError


def _asset(opened: Folder, name: str, path: str, root: str, report: Report) -> Asset:
    """The size and digest of a file, read in pieces: a film of the council's meeting need not fit in memory.

    One that is being written is read again. Raises _RefusedError, and OSError: EBUSY when it never rests.
    """
    descriptor = opened.open(name)
    try:
        for _ in range(_TRIES):
            size = _size(descriptor, path, MAX_ASSET, report)
            hasher = blake2b()
            done, head = 0, b""
            while done <= size and (piece := os.read(descriptor, _CHUNK)):
                head = head or piece[:HEAD]
                hasher.update(piece)
                done += len(piece)
            if done == size:
                return Asset(path_of(root, path), size, hasher.hexdigest(), file_fault(name, size, head))
            os.lseek(descriptor, 0, os.SEEK_SET)
    finally:
        os.close(descriptor)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _size(descriptor: int, path: str, limit: int, report: Report) -> int:
    """The size of a regular file within its limit."""
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(status.st_mode):
        report.error("OIT102", Span(path))
        raise _RefusedError
    if status.st_size > limit:
        report.error("OIT103", Span(path), size=megabytes(status.st_size), limit=megabytes(limit))
        raise _RefusedError
    return status.st_size


def _unreadable(root: str, path: str, error: OSError, report: Report, *, listed: bool = False) -> bool:
    """Report a link where one stands in the way, else what the system says; whether there was something to report.

    Of what was ``listed`` just now there is nothing to say when it is gone.
    """
    parts = path.split("/")
    for count in range(1, len(parts) + 1):
        part = address_in(*parts[:count])
        if os.path.islink(path_of(root, part)):
            report.error("OIT102", Span(shown(part)))
            return True
    if listed and error.errno in _GONE:
        return False
    report.obstacle("OIT101", Span(shown(path)), reason=error.strerror)
    return True
