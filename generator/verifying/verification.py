"""Compare every file of a site with its manifest: changed, added, removed or unreadable."""

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from generator.exports.manifest import NAME, Listed, Manifest
from generator.verifying.manifest_file import LONGEST, read_manifest
from generator.verifying.place import Difference, Place, UnreadableError


class Verified(NamedTuple):
    """What was found: all differences by path, how many files were compared, and the SHA-256 of the site's manifest."""

    differences: tuple[Difference, ...]
    files: int
    sha256: str


def verify(place: Place, seconds: float, expected: str = "") -> Verified:
    """Compare a site with its manifests, within so many seconds.

    ``expected`` is the SHA-256 that the site's own manifest must have: whoever can change a page
    there can change the manifest as well, and only a sum that is kept elsewhere tells.
    """
    until = time.monotonic() + seconds
    differences: list[Difference] = []
    data = _whole(place, NAME, differences)
    own = sha256(data).hexdigest() if data is not None else ""
    if data is not None and expected and own != expected:
        differences.append(Difference(NAME, "changed"))
    top = _manifest(NAME, data, differences)
    if top is None:
        place.leave()
        return Verified(tuple(differences), 0, own)
    files, known = list(top.files), {NAME}
    for below in top.manifests:
        known.add(below.path)
        prefix = below.path.removesuffix(NAME)
        data = _whole(place, below.path, differences, below)
        part = _manifest(below.path, data, differences) if data is not None else None
        if part is not None and len(files) + len(part.files) > place.most_files:
            differences.append(Difference(below.path, "unreadable", "many"))
        elif part is not None and not part.manifests:
            files += [one._replace(path=prefix + one.path) for one in part.files]
        elif part is not None:
            differences.append(Difference(below.path, "unreadable", "damaged"))
    place.leave()
    differences += _all(place, files, until)
    known.update(one.path for one in files)
    if not any(one.path in known and one.path.endswith(NAME) for one in differences):
        differences += place.others(known)  # without all manifests nobody knows what may be there
    return Verified(tuple(sorted(differences)), len(files) + 1 + len(top.manifests), own)


def _whole(place: Place, path: str, differences: list[Difference], entry: Listed | None = None) -> bytearray | None:
    """A manifest; nothing after a difference."""
    if entry is not None and entry.size > LONGEST:
        differences.append(Difference(path, "unreadable", "many"))
        return None
    limit = LONGEST if entry is None else entry.size
    data = bytearray()
    try:
        with place.open(path) as pieces:
            for piece in pieces:
                data += piece
                limit -= len(piece)
                if limit < 0:
                    break
    except FileNotFoundError:
        differences.append(Difference(path, "removed"))
        return None
    except UnreadableError as error:
        differences.append(Difference(path, "unreadable", str(error)))
        return None
    if limit < 0 or (entry is not None and (limit, sha256(data).hexdigest()) != (0, entry.sha256)):
        differences.append(Difference(path, "changed"))
        return None
    return data


def _manifest(path: str, data: bytearray | None, differences: list[Difference]) -> Manifest | None:
    manifest = read_manifest(data) if data is not None else None
    if data is not None and manifest is None:
        differences.append(Difference(path, "unreadable", "damaged"))
    return manifest


def _all(place: Place, files: Sequence[Listed], until: float) -> Iterator[Difference]:
    """The differences among files; those that were not looked at in time are unreadable."""
    if place.readers == 1:
        yield from (found for one in files if (found := compare(place, one)) is not None)
        return
    waiting: queue.SimpleQueue[Listed] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[Listed, Difference | Exception | None]] = queue.SimpleQueue()
    for one in files:
        waiting.put(one)

    def work() -> None:
        while True:
            try:
                one = waiting.get_nowait()
            except queue.Empty:
                place.leave()
                return
            try:
                done.put((one, compare(place, one)))
            except Exception as error:  # a fault of the program, which the thread that waits has to tell
                done.put((one, error))

    # a host that lets a reader wait for ever must not keep the command from ending
    readers = [threading.Thread(target=work, daemon=True) for _ in range(place.readers)]
    for reader in readers:
        reader.start()
    left = dict.fromkeys(files)
    while left:
        try:
            one, outcome = done.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            yield from (Difference(one.path, "unreadable", "time") for one in left)
            return
        if isinstance(outcome, Exception):
            raise outcome
        del left[one]
        if outcome is not None:
            yield outcome
    for reader in readers:
        reader.join()


def compare(place: Place, entry: Listed) -> Difference | None:
    """How one file differs from what is listed; never more of it is read than it may have."""
    checksum, left = sha256(), entry.size
    try:
        with place.open(entry.path) as pieces:
            for piece in pieces:
                checksum.update(piece)
                left -= len(piece)
                if left < 0:
                    break
    except FileNotFoundError:
        return Difference(entry.path, "removed")
    except UnreadableError as error:
        return Difference(entry.path, "unreadable", str(error))
    return None if left == 0 and checksum.hexdigest() == entry.sha256 else Difference(entry.path, "changed")
