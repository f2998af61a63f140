"""Readers while the site is published (D5): whoever resolves it once sees one generation."""

import mmap
import os
import struct
from collections.abc import Callable

import pytest

from .sites import Site, generation, publish

ROUNDS = 40


def small(token: int) -> Site:
    """A site that changes as a whole, with enough files for a reader to be overtaken."""
    unit = {f"a/2567/o{number}/index.html": b"%d" % token for number in range(20)}
    return {"a": unit, "b": {"b/index.html": b"%d" % token}, "": {"index.html": b"%d" % token}}


def one_part(token: int) -> Site:
    """A site of which one agency-year changes."""
    return {**small(0), "a": small(token)["a"]}


class Counter:
    """A number that a forked process counts up and its parent reads."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 8)

    def add(self) -> None:
        struct.pack_into("q", self._shared, 0, self.value() + 1)

    def value(self) -> int:
        found: int = struct.unpack_from("q", self._shared, 0)[0]
        return found


@pytest.mark.parametrize(
    ("make", "place", "addresses"),
    [
        (small, "", ["index.html", "b/index.html", *(f"a/2567/o{number}/index.html" for number in range(20))]),
        (one_part, "a/2567", [f"o{number}/index.html" for number in range(20)]),
    ],
    ids=["whole site", "agency-year"],
)
def test_never_a_mixed_generation_and_never_no_site(
    target: str, make: Callable[[int], Site], place: str, addresses: list[str]
) -> None:
    publish(target, make(0))
    begun = Counter()
    waiting, ready = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            os.read(waiting, 1)
            for token in range(1, ROUNDS + 1):
                begun.add()
                publish(target, make(token))
            code = 0
        finally:
            os._exit(code)

    whole = 0
    ended = (0, 0)
    while not ended[0]:
        before = begun.value()
        folder = os.open(f"{target}/{place}", os.O_RDONLY)  # never missing
        tokens = set()
        try:
            for address in addresses:
                descriptor = os.open(address, os.O_RDONLY, dir_fd=folder)
                tokens.add(os.read(descriptor, 100))
                os.close(descriptor)
            whole += 1
        except FileNotFoundError:
            # the publication that was under way at first displaced what is read, a later one took it away
            assert begun.value() > before
        finally:
            os.close(folder)
        assert len(tokens) <= 1
        os.write(ready, b".")
        ended = os.waitpid(child, os.WNOHANG)
    os.close(ready)
    os.close(waiting)

    assert os.waitstatus_to_exitcode(ended[1]) == 0
    assert whole


def test_a_reader_of_a_generation_that_is_taken_apart_misses_files_but_sees_no_others(target: str) -> None:
    site = generation("0", ("a", "b", "c"))
    publish(target, site)
    reader = os.open(target, os.O_RDONLY)
    try:
        for token in "12345":
            site = {**site, "a": generation(token, ("a",))["a"], "": generation(token)[""]}
            publish(target, site)
            for address in ("index.html", "a/index.html", "b/index.html", "c/2567/o12/index.html"):
                try:
                    descriptor = os.open(address, os.O_RDONLY, dir_fd=reader)
                except FileNotFoundError:
                    assert token != "1"
                    continue
                with os.fdopen(descriptor, "rb") as file:
                    assert file.read().endswith(b"0")
    finally:
        os.close(reader)
