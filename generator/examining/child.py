"""The child process: document after document from its input, an extract of each to its output.

Documents come from many hands and their parsers are large; what goes wrong with one ends here. A request is the name
of a reader and a number of bytes on one line, then the bytes; an answer is one line of JSON.
"""

import os
import sys
from importlib import import_module
from typing import BinaryIO

from generator.examining.bounds import bind
from generator.examining.extract import Extract, to_json
from generator.examining.kinds import READERS


def main() -> None:
    """Answer until there are no more requests."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a parser prints is taken for an answer
    for name in sorted(set(READERS.values())):
        import_module(f"generator.examining.{name}")  # before memory is bounded, and before any document is there
    bind()
    answers.write(b"ready\n")
    answers.flush()
    serve(sys.stdin.buffer, answers)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request in order."""
    while line := requests.readline():
        name, size = line.split()
        data = requests.read(int(size))
        answers.write(to_json(_extract(name.decode("ascii"), data)) + b"\n")
        answers.flush()


def _extract(name: str, data: bytes) -> Extract:
    reader = import_module(f"generator.examining.{name}")
    try:
        found = reader.read(data)
    except MemoryError:
        return Extract(fault="memory")
    except Exception:  # a parser stumbles over a damaged document in its own way
        return Extract(fault="broken")
    return found if isinstance(found, Extract) else Extract(fault="broken")
