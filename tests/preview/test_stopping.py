"""How a preview ends where the event loop takes no signals, as on Windows."""

import asyncio
import signal
from typing import Any

import pytest
from projects import SMALL, Write

from generator.preview.listening import listen
from generator.preview.run import preview


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
