"""Links to the pages that compare the items of two years."""

from collections.abc import Iterable
from itertools import pairwise

from generator.rendering.addresses import SiteAddresses
from generator.rendering.views import Crumb


def crosswalk_links(known: Iterable[int], first: int, last: int, place: SiteAddresses) -> tuple[Crumb, ...]:
    """A link for each two known years that follow one another, the oldest first.

    They begin with the known year before ``first`` and end with the one after ``last``.
    """
    return tuple(
        Crumb(f"{before} → {after}", place.crosswalk(before, after))
        for before, after in pairwise(sorted(known))
        if after >= first and before <= last
    )
