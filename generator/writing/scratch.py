"""Hidden temporary folders that are cleaned up even after a killed process.

Each one is locked while it is in use. The system releases the lock when a process dies, and whoever makes the next
folder for the same purpose removes those that nobody holds.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from generator.paths import path_of
from generator.writing.lock import Lock, LockedError

_LOCK = "lock"
_TRIES = 5


@contextmanager
def scratch(parent: str, purpose: str) -> Iterator[str]:
    """A new folder in ``parent``, whose name begins with the purpose; it is gone when the context is left.

    Raises ``OSError`` when it cannot be made.
    """
    for left in leavings(parent, purpose):
        _remove_unheld(left)
    folder, lock = _locked(parent, purpose)
    try:
        yield folder
    finally:
        lock.release()  # first, because Windows removes nothing that is open
        shutil.rmtree(folder, ignore_errors=True)


def leavings(parent: str, purpose: str) -> list[str]:
    """The folders of a purpose that are there, in use or left behind. A link is none of them."""
    start = f"{purpose}."
    with os.scandir(parent) as entries:
        return sorted(one.path for one in entries if one.name.startswith(start) and one.is_dir(follow_symlinks=False))


def is_held(folder: str) -> bool:
    """Whether a process still uses a folder of a purpose."""
    lock = Lock(path_of(folder, _LOCK))
    try:
        lock.take()
    except LockedError:
        return True
    except OSError as error:  # what cannot be asked may be in use, but a full disk is no answer
        return error.errno not in (errno.ENOSPC, errno.EDQUOT)
    lock.release()
    return False


def _remove_unheld(folder: str) -> None:
    if not is_held(folder):
        shutil.rmtree(folder, ignore_errors=True)


def _locked(parent: str, purpose: str) -> tuple[str, Lock]:
    """A new folder that this process holds. Somebody who tidies up may take it away before it is locked."""
    for tries in range(_TRIES):
        folder = path_of(parent, f"{purpose}.{secrets.token_hex(4)}")
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            continue
        lock = Lock(path_of(folder, _LOCK))
        try:
            lock.take()
        except (FileNotFoundError, LockedError):
            if tries + 1 == _TRIES:
                raise
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        else:
            return folder, lock
    raise FileExistsError(17, os.strerror(17), parent)
