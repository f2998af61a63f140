"""What Windows lacks and some tests use. A test that comes to it is skipped there, and says why."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest

_LACKING = {
    "fork": "Windows has no fork: nothing is shared with a process that began as a copy",
    "mkfifo": "Windows has no pipes that lie in folders",
}
no_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
no_deep_folders = pytest.mark.skipif(os.name == "nt", reason="Windows makes no path of more than 260 characters")
no_exchange = pytest.mark.skipif(os.name == "nt", reason="Windows lets no two names change places in one step")


class LackingError(OSError):
    """The system cannot do this; the text says why."""


def refuse_on_windows() -> None:
    """Let functions of ``os`` that are missing say so when they are called; elsewhere nothing happens."""
    if os.name != "nt":
        return
    for name, reason in _LACKING.items():
        setattr(os, name, _refusing(reason))
    setattr(os, "symlink", _linking(os.symlink))  # noqa: B010
    # Windows ends a process at once, whatever it is sent.
    setattr(signal, "SIGKILL", signal.SIGTERM)  # noqa: B010


def require_name(folder: Path, name: str) -> None:
    """Skip the test unless a file in the folder can have the name: Windows refuses some and changes others."""
    if os.name != "nt":
        return
    path = folder / name
    try:
        path.write_bytes(b"")
        kept = name in os.listdir(folder)
        path.unlink()
    except OSError:
        kept = False
    if not kept:
        raise LackingError(f"Windows makes no file of the name {name!a} there")


@contextmanager
def skipping() -> Iterator[None]:
    """Skip the test that needs what the system lacks."""
    try:
        yield
    except LackingError as error:
        pytest.skip(str(error))


def _refusing(reason: str) -> Callable[..., NoReturn]:
    def refused(*_: Any, **__: Any) -> NoReturn:
        raise LackingError(reason)

    return refused


def _linking(link: Callable[..., None]) -> Callable[..., None]:
    def linked(source: Any, path: Any, *words: Any, **options: Any) -> None:
        try:
            link(source, path, *words, **options)
        except (OSError, NotImplementedError):
            raise LackingError("this Windows lets no ordinary user make links") from None
        if not os.path.islink(path):  # a simulated one says that it has made one
            raise LackingError("this Windows makes no links")

    return linked
