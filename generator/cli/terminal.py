"""Terminal capabilities, and a progress bar."""

import os
import sys
import time
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TextIO

from generator.language import Language
from generator.messages.sentences import sentence

_BAR = 30
_PATIENCE = 0.3
_PIPE = 120
_NARROWEST = 40


def language_of(option: str | None, environment: Mapping[str, str]) -> Language:
    """The language of messages: the given one, else that of the environment, else Thai."""
    if option is not None:
        return "en" if option == "en" else "th"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(name):
            return "th" if locale.lower().startswith("th") else "en"
    return "th"


def replace_unknown() -> None:
    """Let standard output and error write ``\\uXXXX`` for a character that their encoding lacks, where they would fail.

    It holds for whatever is written from then on, by this program and by the libraries it uses.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def obeys_controls(stream: TextIO) -> bool:
    """Whether a stream is a terminal that obeys control sequences."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def has_colours(stream: TextIO) -> bool:
    """Whether colours may be used: on a terminal whose user has not refused them."""
    return obeys_controls(stream) and not os.environ.get("NO_COLOR")


def room(stream: TextIO) -> int:
    """The cells of a line on a terminal; a comfortable number elsewhere."""
    try:
        return max(_NARROWEST, os.get_terminal_size(stream.fileno()).columns)
    except OSError:  # a pipe, a file, or a stream that is neither
        return _PIPE


class Bar:
    """A bar on standard error that grows; it appears only when the work takes longer than a moment."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._started = time.monotonic()
        self._filled = -1

    def __call__(self, done: int, total: int) -> None:
        """Progress callback: (done, total)."""
        filled = done * _BAR // max(total, 1)
        if filled == self._filled or time.monotonic() - self._started < _PATIENCE:
            return
        self._filled = filled
        words = sentence("progress", self._language, done=f"{done:,}", total=f"{total:,}")
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {words}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Remove the bar, so the next output starts on a clean line."""
        if self._filled >= 0:
            sys.stderr.write("\r\x1b[K")
            self._filled = -1
