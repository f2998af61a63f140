"""``prongsai preview``: the session, the watcher and the server put together, until it is told to stop."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from generator.excerpt import visible
from generator.language import Language
from generator.paths import path_of
from generator.preview.problems import problem_data
from generator.preview.server import Server
from generator.preview.session import Change, Session
from generator.preview.watcher import BY_EVENTS, Watch, Watcher
from generator.project import Project
from generator.sentences import sentence

QUIET_SECONDS = 0.7
"""After this long without an event every digest is compared again."""

_NAMED = 5
"""So many items or agencies are named in a line of the terminal; of more, how many."""

Say = Callable[[str], None]


class Preview:
    """A running preview of one project."""

    def __init__(self, project: Project, language: Language, say: Say, *, names: tuple[str, ...] = ()) -> None:
        self._project = project
        self._language = language
        self._say = say
        self._session = Session(project)
        with open(path_of(os.path.dirname(os.path.abspath(__file__)), "client.js"), "rb") as script:
            self.server = Server(self._session.get, self._state, script.read(), names=names)
        self._told: tuple[object, ...] = ()
        self._watch = BY_EVENTS
        self._hints: set[str] = set()
        self._stirred = asyncio.Event()

    async def run(self, host: str, port: int, ready: Callable[[int], None]) -> None:
        """Serve until cancelled. Raises ``OSError`` when the port cannot be had."""
        await self.server.start(host, port)
        loop = asyncio.get_running_loop()

        def stirred(hints: set[str]) -> None:
            loop.call_soon_threadsafe(self._stir, hints)

        def told(watch: Watch) -> None:
            loop.call_soon_threadsafe(self._watched, watch)

        watcher = Watcher(self._project, stirred, told)
        watcher.start()
        try:
            ready(self.server.port)
            self._tell()
            await self._follow()
        finally:
            watcher.stop()
            await self.server.stop()

    def _stir(self, hints: set[str]) -> None:
        self._hints |= hints
        self._stirred.set()

    def _watched(self, watch: Watch) -> None:
        """Say in the terminal and on every open page how the sources are watched from now on."""
        self._watch = watch
        self._say(self._notice() or sentence("watch_events", self._language))
        self.server.changed()

    def _notice(self) -> str:
        """What an open page is told of a watch that is slower than events; nothing while they come."""
        if self._watch == BY_EVENTS:
            return ""
        key = "watch_refused" if self._watch.reason else "watch_silent"
        return sentence(key, self._language, reason=visible(self._watch.reason), seconds=self._watch.seconds)

    async def _follow(self) -> None:
        """Bring in what the watcher tells of at once, and in a quiet moment whatever it did not tell of."""
        settled = True
        while True:
            try:
                await asyncio.wait_for(self._stirred.wait(), None if settled else QUIET_SECONDS)
            except TimeoutError:
                settled = True
                await self._look_again()
                continue
            self._stirred.clear()
            hints, self._hints = self._hints, set()
            settled = False
            found = self._session.refresh(hints)
            if found is not None:
                self._changed(found)

    async def _look_again(self) -> None:
        """Make up for what was missed or put off; a page that waits is answered before the next agency is read."""
        found: list[Change] = []
        for change in self._session.look_again():
            found.append(change)
            self.server.changed()
            await asyncio.sleep(0)
        if found:
            agencies = tuple(slug for change in found for slug in change.agencies)
            items = tuple(item for change in found for item in change.items)
            pages, seconds = sum(change.pages for change in found), sum(change.seconds for change in found)
            self._changed(Change(agencies, items, pages, seconds))

    def _changed(self, change: Change) -> None:
        self.server.changed()
        names = [f"{number}: {', '.join(fields)}" if fields else number for number, fields in change.items]
        names = names or list(change.agencies)
        what = "; ".join([*names[:_NAMED], f"+{len(names) - _NAMED}"] if len(names) > _NAMED else names)
        milliseconds = f"{change.seconds * 1000:.0f}"
        key = "remade" if what else "reloaded"
        self._say(sentence(key, self._language, what=what, pages=change.pages, milliseconds=milliseconds))
        self._tell()

    def _tell(self) -> None:
        """Say in the terminal what is wrong, once for each new set of problems."""
        problems = self._session.problems
        if problems == self._told:
            return
        if problems:
            from generator.excerpt import Sources
            from generator.notice import notice

            sources = Sources(self._project.root)
            for problem in problems:
                self._say(notice(problem, self._language, sources, 100) + "\n")
        elif self._told:
            self._say(sentence("mended", self._language))
        self._told = problems

    def _state(self) -> dict[str, Any]:
        problems = self._session.problems
        words = {key: sentence(f"overlay_{key}", self._language) for key in ("title", "note", "open", "close")}
        shown = problem_data(problems, self._project, self._language) if problems else []
        notice = self._notice()
        return {"version": self._session.version, "problems": shown, "words": words, "notice": notice}


def preview(
    project: Project,
    language: Language,
    *,
    host: str,
    port: int,
    names: tuple[str, ...],
    ready: Callable[[str], None],
) -> None:
    """Serve a project until SIGINT or SIGTERM. Raises ``OSError`` when the port cannot be had."""

    def say(words: str) -> None:
        sys.stderr.write(words + "\n")
        sys.stderr.flush()

    async def main() -> None:
        running = Preview(project, language, say, names=names)
        shown = f"[{host}]" if ":" in host else host
        task = asyncio.current_task()
        assert task is not None
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, task.cancel)
            except NotImplementedError:
                break  # a platform without them ends by KeyboardInterrupt
        await running.run(host, port, lambda taken: ready(f"http://{shown}:{taken}/"))

    try:
        asyncio.run(main())
    except asyncio.CancelledError:
        return
