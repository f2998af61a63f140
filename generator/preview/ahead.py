"""The files of an agency made in steps, ahead of the answer that needs them."""

from functools import partial

from generator.building.agency_plan import MadeAgency
from generator.preview.steps import Steps

_LARGE = ".zip"
"""How the names of data files end whose bytes may be many."""


def making(good: MadeAgency, address: str) -> Steps[None]:
    """Make what takes long about one address; a page takes no longer than one step."""
    if address.endswith(_LARGE) and address in good.plan.data:
        yield partial(good.hold, address)
    elif address not in good.plan.pages:
        is_manifest = address == good.plan.manifest
        if is_manifest or any(shard.address == address for shard in good.plan.shards):
            yield from making_all(good, listed=is_manifest)


def making_all(good: MadeAgency, *, listed: bool) -> Steps[None]:
    """Make the pages and the search of an agency; and where a manifest is wanted everything, ``listed`` for it."""
    for address in tuple(good.unmade(listed=listed)):
        if address in good.plan.data and address.endswith(_LARGE):
            yield partial(good.hold, address)
        if listed:
            good.list(address)
        else:
            good.get(address)
        yield None
