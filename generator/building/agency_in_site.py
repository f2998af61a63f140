"""What the site needs from one agency, whether just made, already published, or made on demand."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.building.agency_plan import Outline, ShardNote
from generator.exports.agency_files import Shared
from generator.exports.manifest import Manifest


class AgencyInSite(NamedTuple):
    """One agency as seen by the site plan: its outline, and costly parts on demand.

    ``pages`` are the addresses of its pages, ``shared`` what it tells catalogues and feeds, ``shards`` what the index
    of the search keeps of it, and ``listing`` what the site's manifest lists: nothing while they cannot be made.
    """

    slug: str
    outline: Outline
    pages: Callable[[], Sequence[str]]
    shared: Callable[[], Shared | None]
    shards: Callable[[], Sequence[ShardNote] | None]
    listing: Callable[[], Manifest | None]
