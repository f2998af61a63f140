"""How a preview ends: where the event loop takes no signals, as on Windows, and in the midst of a change."""

import asyncio
import signal
from collections.abc import Callable
from typing import Any

import pytest
from effort import BLOCKS_AFTER
from projects import SMALL, Write

from generator.preview.listening import listen
from generator.preview.run import Preview, preview


def test_an_interrupt_from_the_keyboard_ends_it_like_any_other(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise NotImplementedError

    asked: list[bool] = []

    def ready() -> None:
        asked.append(True)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(asyncio.SelectorEventLoop, "add_signal_handler", refuse)
    preview(project(SMALL), "en", listen("127.0.0.1", 0, ()), ready)
    assert asked == [True]


@pytest.mark.parametrize("turns", range(6))
def test_an_interrupt_that_comes_together_with_a_saved_file_ends_it(
    turns: int, project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many turns of the event loop lie between the two."""

    class Watching:
        """A watcher that tells of a file at the moment of the test."""

        def __init__(self, project: object, stirred: Callable[[set[str]], None], told: object) -> None:
            telling.append(stirred)

        def start(self) -> None: ...

        def stop(self) -> None: ...

    telling: list[Callable[[set[str]], None]] = []
    monkeypatch.setattr("generator.preview.run.Watcher", Watching)

    async def main() -> None:
        running = Preview(project(SMALL), "en", lambda _: None, listen("127.0.0.1", 0, ()))
        begun = asyncio.Event()
        task = asyncio.create_task(running.run(begun.set))
        await begun.wait()
        for several in (10, turns):
            telling[0](set())
            for _ in range(several):
                await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=BLOCKS_AFTER)
        assert done == {task}
        assert task.cancelled()

    asyncio.run(main())
