"""Wakes the preview when source files change. Digests decide what really changed.

The system's events come first, within milliseconds. They are not trusted alone: a folder that is
replaced takes its watch with it, a limit of the system ends it, a network drive never tells
anything. So a survey is compared every few moments; what it finds of which no event told has the
folders watched anew, and where events stay away it is the survey that the preview lives by.
"""

import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from watchfiles import watch

from generator.paths import path_of
from generator.preview.session import SHARED
from generator.preview.survey import Identities, Survey, differing, identities, survey
from generator.project import CONTENT, NOT_AGENCIES, THEMES, Project

# most of a preview's latency is how long a watcher gathers events before it tells of them
_STEP_MS = 2
_DEBOUNCE_MS = 20
TICK_SECONDS = 0.4
"""So often it is looked whether the watched folders are still the same ones, and whether a survey is due."""
_ALONGSIDE = (1.0, 50.0)
_ALONE = (0.5, 10.0)
"""The shortest time between surveys in seconds, and how many times as long as a survey takes: beside events, alone."""
_AGAIN_SECONDS = 60.0
"""After a failure the events are tried again so much later."""
_SILENT = 2
"""After so many surveys in a row that found what no event told of, no event is expected any more."""


class Watch(NamedTuple):
    """How the sources are watched. ``seconds`` between surveys where they are all there is, else 0.

    ``reason`` is what the system said when it refused to tell of events; empty where it just never tells.
    """

    seconds: int = 0
    reason: str = ""


BY_EVENTS = Watch()
Events = Callable[[list[str], threading.Event], Iterator[set[str]]]
"""The paths that stirred below some folders, an empty set at each tick; raises when they cannot be watched."""


def system_events(folders: list[str], stop: threading.Event) -> Iterator[set[str]]:
    """The events of the system. Never its own way of polling, which is dearer than a survey and trusts file times."""
    ticking = watch(
        *folders,
        watch_filter=None,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        rust_timeout=int(TICK_SECONDS * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        force_polling=False,
    )
    for changes in ticking:
        yield {path for _, path in changes}


class Watcher:
    """Watches a project from a thread of its own.

    It calls ``stirred`` with what may have changed, and ``told`` when the way of watching becomes another.
    """

    def __init__(
        self,
        project: Project,
        stirred: Callable[[set[str]], None],
        told: Callable[[Watch], None],
        events: Events = system_events,
    ) -> None:
        self._project = project
        self._stirred = stirred
        self._told = told
        self._events = events
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._way = BY_EVENTS
        self._known: Survey = {}
        self._heard: set[str] = set()
        """What events have told of since the last survey."""
        self._unheard: set[str] = set()
        """What the last survey found without them; an event may still be on its way."""
        self._silent = 0
        self._cost = 0.0
        self._due = 0.0

    def start(self) -> None:
        """Begin watching."""
        self._thread.start()

    def stop(self) -> None:
        """End watching, and wait for that."""
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        self._known = survey(self._project)
        self._stirred({SHARED})  # what has changed before is found by digests
        again = 0.0
        watched: Identities = ()
        while not self._stop.is_set():
            found = identities(self._project)
            if any(found) and (found != watched or time.monotonic() >= again):
                watched = found
                try:
                    self._follow(found)
                    watched = ()
                    continue
                except Exception as error:  # whatever a system has against watching, the surveys go on without it
                    if identities(self._project) != found:
                        continue
                    again = time.monotonic() + _AGAIN_SECONDS
                    self._become(_reason(error))
            self._look()
            self._stop.wait(TICK_SECONDS)

    def _follow(self, watched: Identities) -> None:
        """Follow the events until the folders have to be watched anew."""
        root = self._project.root
        content = os.path.realpath(path_of(root, CONTENT))
        roots = {content, os.path.realpath(path_of(root, THEMES))}
        is_new, self._unheard = True, set()
        for paths in self._events([folder for folder in sorted(roots) if os.path.isdir(folder)], self._stop):
            if is_new:
                if self._way.reason:
                    self._become(None)
                self._due = 0.0  # what has changed while nothing was watched
            if paths:
                self._hear({hint for path in paths for hint in hints(content, path)})
            elif self._is_deaf():
                return
            self._look(is_new=is_new)
            is_new = False
            if not roots.isdisjoint(paths) or identities(self._project) != watched:
                return

    def _hear(self, heard: set[str]) -> None:
        self._heard |= heard
        self._unheard -= heard
        self._silent = 0
        self._become(None)
        self._stirred(heard)

    def _is_deaf(self) -> bool:
        """Whether to watch anew, as no event came for what a survey found; in vain, and events are given up."""
        if not self._unheard:
            return False
        self._unheard = set()
        self._silent += 1
        if self._silent >= _SILENT:
            self._become("")
        return self._silent < _SILENT

    def _look(self, *, is_new: bool = False) -> None:
        """Compare a survey when one is due."""
        started = time.monotonic()
        if started < self._due:
            return
        found = survey(self._project)
        ended = time.monotonic()
        self._cost = ended - started
        self._due = ended + self._pause
        # also what events have told of: the next change beside it may have made none
        stirred = differing(self._known, found)
        if not is_new:
            self._unheard |= stirred - self._heard
        self._known, self._heard = found, set()
        if stirred:
            self._stirred(stirred)

    @property
    def _pause(self) -> float:
        shortest, times = _ALONE if self._way.seconds else _ALONGSIDE
        return max(shortest, times * self._cost)

    def _become(self, reason: str | None) -> None:
        """Tell when events fail for a ``reason``, fall silent (no words), or are there again (nothing)."""
        if reason is None:
            way = BY_EVENTS
        else:
            shortest, times = _ALONE
            way = Watch(math.ceil(max(shortest, times * self._cost) + TICK_SECONDS), reason)
        if (way.seconds > 0, way.reason) != (self._way.seconds > 0, self._way.reason):
            self._way = way
            self._told(way)


def _reason(error: Exception) -> str:
    """What the system said, without the paths and the inner form that the library adds to it."""
    return str(error).partition(" about [")[0].rstrip(".") or type(error).__name__


def hints(content: str, path: str) -> set[str]:
    """The agency that a path belongs to, or that everything may be touched, or both."""
    below = path.removeprefix(content)
    top, separator, _ = below.removeprefix(os.sep).partition(os.sep)
    if below == path or top in ("", *NOT_AGENCIES):
        return {SHARED}
    return {top} if separator else {SHARED, top}
