"""Long work in steps, between which a preview answers whoever waits.

A step may hand out ``Work``: what only reads files, so that a thread can do it. Everything else of a session is done by
one thread.
"""

import asyncio
from collections.abc import Callable, Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Work: TypeAlias = Callable[[], None]
Steps: TypeAlias = Generator[Work | None, None, T]
"""Steps to a result; each yields what is to be done before the next one, or nothing when it only lets others in."""

PAUSE = 0.001
"""Seconds in which others are let in: enough for a request on this machine to come in whole."""


def at_once(steps: Steps[T]) -> T:
    """The result, with every step done here and now."""
    while True:
        try:
            work = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        if work is not None:
            work()


async def in_turn(steps: Steps[T]) -> T:
    """The result, with others let in between two steps."""
    while True:
        try:
            work = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        if work is None:
            await asyncio.sleep(PAUSE)
        else:
            await asyncio.to_thread(work)
