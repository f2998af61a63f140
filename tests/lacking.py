"""What Windows lacks and some tests use. A test that comes to it is skipped there, and says why."""

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

_LACKING = {
    "fork": "Windows has no fork: nothing is shared with a process that began as a copy",
    "mkfifo": "Windows has no pipes that lie in folders",
}
no_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
no_exchange = pytest.mark.skipif(os.name == "nt", reason="Windows lets no two names change places in one step")


def skip_on_windows() -> None:
    """Let the missing functions skip the test that calls them; elsewhere nothing happens."""
    if os.name != "nt":
        return
    for name, reason in _LACKING.items():
        setattr(os, name, _skipping(reason))
    setattr(os, "symlink", _linking(os.symlink))  # noqa: B010
    # Windows ends a process at once, whatever it is sent.
    setattr(signal, "SIGKILL", signal.SIGTERM)  # noqa: B010


def _skipping(reason: str) -> Callable[..., None]:
    return lambda *_, **__: pytest.skip(reason)


def _linking(link: Callable[..., None]) -> Callable[..., None]:
    def linked(source: Any, path: Any, *words: Any, **options: Any) -> None:
        try:
            link(source, path, *words, **options)
        except (OSError, NotImplementedError):
            pytest.skip("this Windows lets no ordinary user make links")
        if not os.path.islink(path):
            pytest.skip("this Windows makes no links")  # a simulated one says that it has made one

    return linked
