"""Any sequence of sites, with anything done to the target in between: the target is always what was published last."""

import os
import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.writing.publish import Publication
from generator.writing.state import State

from .disks import WatchedDisk
from .sites import Site, expected, identities, leftovers, publish, tree, write

NAMES = st.sampled_from(["a", "b", "a-b", "c.d"])
TAILS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
CONTENTS = st.sampled_from([b"", b"1", b"22", b"33"])


def without_conflicts(bundle: dict[str, bytes]) -> dict[str, bytes]:
    """Where a name is both a file and a folder, the folder stays."""
    return {
        address: content
        for address, content in bundle.items()
        if not any(other.startswith(address + "/") for other in bundle)
    }


@st.composite
def sites(draw: st.DrawFn) -> Site:
    units = draw(st.sets(st.sampled_from(["a", "b", "c"])))
    site = {unit: draw(st.dictionaries(TAILS, CONTENTS, max_size=5)) for unit in sorted(units)}
    own = draw(st.dictionaries(TAILS, CONTENTS, max_size=5))
    own = {address: content for address, content in own.items() if address.partition("/")[0] not in units}
    return {"": without_conflicts(own)} | {
        unit: {f"{unit}/{address}": content for address, content in without_conflicts(bundle).items()}
        for unit, bundle in site.items()
    }


@st.composite
def tamperings(draw: st.DrawFn) -> tuple[str, str]:
    return draw(st.sampled_from(["nothing", "nothing", "edit", "delete", "records", "former", "link"])), draw(TAILS)


def tamper(target: str, kind: str, address: str) -> None:
    path = f"{target}/{address}"
    state = State(target)
    if kind == "edit" and os.path.isfile(path):
        seen = os.stat(path)
        write(path, b"edited")
        os.utime(path, ns=(seen.st_mtime_ns + 7, seen.st_mtime_ns + 7))
    elif kind == "delete" and os.path.isfile(path):
        os.unlink(path)
    elif kind == "link" and not os.path.lexists(path) and os.path.isdir(os.path.dirname(path)):
        os.symlink("nowhere", path)
    elif kind == "records":
        for name in os.listdir(state.records):
            os.unlink(f"{state.records}/{name}")
    elif kind == "former" and os.path.isdir(state.former):
        for place, _, files in os.walk(state.former):
            for name in files:
                os.unlink(os.path.join(place, name))
                write(os.path.join(place, name), b"tampered")


@settings(max_examples=examples(60), deadline=None, database=None, derandomize=True)
@given(st.lists(st.tuples(sites(), tamperings()), min_size=2, max_size=7), st.booleans())
def test_the_target_is_what_was_published_last(steps: list[tuple[Site, tuple[str, str]]], exchanges: bool) -> None:
    disk = WatchedDisk(lambda operation, path: None, exchanges=exchanges)
    with tempfile.TemporaryDirectory() as place:
        target = os.path.join(os.path.realpath(place), "build")
        earlier: Site = {}
        for site, (kind, address) in steps:
            before = tree(target) or {}
            seen = identities(target)

            publish(target, site, disk=disk)

            after = tree(target)
            assert after == expected(site)
            again = identities(target)
            same = {
                address
                for unit, bundle in site.items()
                for address in bundle
                if address in earlier.get(unit, {}) and before.get(address) == bundle[address]
            }
            assert {address: again[address] for address in same} == {address: seen[address] for address in same}
            assert leftovers(target) == set()
            with Publication(target) as publication:
                assert all(publication.published(unit) is not None for unit in site if site[unit] or not unit)
            earlier = site
            tamper(target, kind, address)
