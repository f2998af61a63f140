"""``prongsai preview``: runs the session, the watcher and the server until stopped."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from generator.language import Language
from generator.messages.excerpt import visible
from generator.messages.sentences import counted, sentence
from generator.paths import path_of
from generator.preview.answers import Served
from generator.preview.change import Change
from generator.preview.listening import Listening
from generator.preview.log import Log, Say
from generator.preview.problems import problem_data
from generator.preview.server import Server
from generator.preview.session import Session
from generator.preview.steps import in_turn
from generator.preview.watcher import BY_EVENTS, Watch, Watcher
from generator.project import Project
from generator.writing.bundle import Content

QUIET_SECONDS = 0.7
"""Seconds without an event after which all digests are compared again, so a missed event is still noticed."""

_WORDS = ("title", "elsewhere", "note", "others", "more", "open", "page", "mark", "close")
"""What the script of a page says."""


class Preview:
    """A running preview of one project."""

    def __init__(self, project: Project, language: Language, say: Say, listening: Listening) -> None:
        self._project = project
        self._language = language
        self._say = say
        self._log = Log(project, language, say)
        self._session = Session(project)
        self._listening = listening
        self._run = os.urandom(4).hex()
        served = Served(self._get, project.root, self._version, self._state, _scripts())
        self.server = Server(served, listening.names)
        self._watch = BY_EVENTS
        self._hints: set[str] = set()
        self._stirred = asyncio.Event()

    async def run(self, ready: Callable[[], None]) -> None:
        """Serve until cancelled."""
        await self.server.start(self._listening.sockets)
        loop = asyncio.get_running_loop()

        def stirred(hints: set[str]) -> None:
            loop.call_soon_threadsafe(self._stir, hints)

        def told(watch: Watch) -> None:
            loop.call_soon_threadsafe(self._watched, watch)

        watcher = Watcher(self._project, stirred, told)
        watcher.start()
        try:
            ready()
            self._log.problems(self._session.problems)
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
                # not wait_for: in Python 3.11 it swallows a Ctrl-C that comes together with a saved file
                async with asyncio.timeout(None if settled else QUIET_SECONDS):
                    await self._stirred.wait()
            except TimeoutError:
                settled = True
                await self._look_again()
                continue
            self._stirred.clear()
            hints, self._hints = self._hints, set()
            settled = False
            found = await in_turn(self._session.refreshing(hints))
            if found is not None:
                self._changed(found)

    async def _look_again(self) -> None:
        """Make up for what was missed or put off; pages are answered meanwhile."""
        found: list[Change] = []
        for look in self._session.looks():
            if (change := await in_turn(look)) is not None:
                found.append(change)
                self.server.changed()
        if found:
            agencies = tuple(slug for change in found for slug in change.agencies)
            files = tuple(file for change in found for file in change.files)
            self._changed(Change(agencies, files, sum(change.seconds for change in found)))

    def _changed(self, change: Change) -> None:
        self.server.changed()
        self._log.changed(change, self._session.problems)

    async def _get(self, address: str) -> Content | None:
        """The content of an address; looking at it may show what is wrong in an agency that nobody has looked at."""
        known = self._session.version
        await in_turn(self._session.ahead(address))
        content = self._session.get(address)
        if self._session.version != known:
            self._log.problems(self._session.problems)
            self.server.changed()
        return content

    def _version(self) -> str:
        """Of what is served: no version of another run is the same, so a page that outlives a run follows the next."""
        return f"{self._run}.{self._session.version}"

    def _state(self) -> dict[str, Any]:
        session, language = self._session, self._language
        problems = session.problems
        count = counted("error", sum(problem.severity == "error" for problem in problems), language)
        return {
            "version": self._version(),
            "problems": problem_data(problems, self._project, language, session.concern) if problems else [],
            "words": {**{word: sentence(f"overlay_{word}", language) for word in _WORDS}, "count": count},
            "notice": self._notice(),
        }


def _scripts() -> dict[str, bytes]:
    """The script of a page (the panel of what is wrong, and what brings changes in) and that of its worker."""
    panel, client, worker = (_script(name) for name in ("panel.js", "client.js", "worker.js"))
    return {"client.js": panel + client, "worker.js": worker}


def _script(name: str) -> bytes:
    with open(path_of(os.path.dirname(os.path.abspath(__file__)), name), "rb") as script:
        return script.read()


def preview(project: Project, language: Language, listening: Listening, ready: Callable[[], None]) -> None:
    """Serve a project until SIGINT or SIGTERM; ``ready`` is called once it answers."""

    def say(words: str) -> None:
        sys.stderr.write(words + "\n")
        sys.stderr.flush()

    async def main() -> None:
        running = Preview(project, language, say, listening)
        task = asyncio.current_task()
        assert task is not None
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, task.cancel)
            except NotImplementedError:
                break  # Windows has none of them, and ends by KeyboardInterrupt
        await running.run(ready)

    try:
        asyncio.run(main())
    except (asyncio.CancelledError, KeyboardInterrupt):
        return
