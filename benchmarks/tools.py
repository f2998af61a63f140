"""How the tools that are compared are started on this machine."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
_WRAPPED = re.compile(r"hugo-python-distributions at (/.+?)(?:\x1b\[0m)?$", re.MULTILINE)


def own_command(given: str | None) -> tuple[str, ...]:
    """The command of this project: the one given, or this Python with the generator of the checkout."""
    return tuple(given.split()) if given else (sys.executable, "-m", "generator")


def peer_command(name: str, given: Mapping[str, str]) -> tuple[str, ...] | None:
    """How a peer is started: as given, else found beside this Python or on the path; nothing when it is not there."""
    if name in given:
        return (given[name],)
    places = os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)))
    found = shutil.which(name, path=places)
    if found is None:
        return None
    return (_without_wrapper(found) if name == "hugo" else found,)


def _without_wrapper(found: str) -> str:
    """The program itself where the one found is a script that only starts it: the script's start is not Hugo's."""
    said = subprocess.run([found, "version"], capture_output=True, text=True, check=False).stdout
    inside = _WRAPPED.search(said)
    return inside[1] if inside else found
