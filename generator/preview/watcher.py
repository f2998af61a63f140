"""Wakes the preview when something stirs in the sources. What really changed, digests decide."""

import os
import threading
from collections.abc import Callable

from watchfiles import watch

from generator.paths import path_of
from generator.preview.session import SHARED
from generator.project import CONTENT, THEMES, Project

# most of a preview's latency is how long a watcher gathers events before it tells of them
_STEP_MS = 2
_DEBOUNCE_MS = 20
_CHECK_MS = 500


class Watcher:
    """Watches a project from a thread of its own and calls ``stirred`` with what may have changed."""

    def __init__(self, project: Project, stirred: Callable[[set[str]], None]) -> None:
        self._content = os.path.realpath(path_of(project.root, CONTENT))
        self._folders = [
            folder
            for name in (CONTENT, THEMES)
            if os.path.isdir(folder := os.path.realpath(path_of(project.root, name)))
        ]
        self._stirred = stirred
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin watching."""
        self._thread.start()

    def stop(self) -> None:
        """End watching, and wait for that."""
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        for changes in watch(
            *self._folders,
            watch_filter=None,
            debounce=_DEBOUNCE_MS,
            step=_STEP_MS,
            rust_timeout=_CHECK_MS,
            stop_event=self._stop,
            raise_interrupt=False,
        ):
            self._stirred({self._hint(path) for _, path in changes})

    def _hint(self, path: str) -> str:
        """The agency a path belongs to, or that everything may be touched."""
        below = os.path.relpath(path, self._content)
        top, separator, _ = below.partition(os.sep)
        return top if separator and top not in ("..", "catalogues") else SHARED
