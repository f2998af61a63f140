"""Suggestions for references to missing documents."""

import re
from collections.abc import Collection
from urllib.parse import unquote

from generator.diagnostics import closest
from generator.oit.composed import normal
from generator.reading.spelling import INVISIBLE

_PART = re.compile(r"[?#].*")


def same_file(target: str, known: Collection[str]) -> str:
    """The one file that has the same name, wherever the reference looks for it; or nothing.

    Capitals, ``%20``, strokes of Windows, the way vowels are typed and a missing ending make no other name.
    """
    wanted = _plain_name(target)
    same = [path for path in known if wanted in (_plain_name(path), _plain_name(path).rpartition(".")[0])]
    return same[0] if len(same) == 1 else ""


def nearest_file(target: str, known: Collection[str]) -> str:
    """The file of the same name, with or without a part of it (``#page=3``), or one of nearly the same; or nothing."""
    return same_file(target, known) or same_file(_PART.sub("", target), known) or closest(target, known)


def _plain_name(path: str) -> str:
    name = unquote(path.replace("\\", "/").rpartition("/")[2])
    return normal(INVISIBLE.sub("", name)).strip(" \"'“”").casefold()
