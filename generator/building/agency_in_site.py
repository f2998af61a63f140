"""What the whole site needs from one agency, whether it was made now, stands published, or is made when asked for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.building.agency_plan import Outline, ShardNote
from generator.exports.agency_files import Shared
from generator.exports.manifest import Manifest


class AgencyInSite(NamedTuple):
    """One agency as the plan of the site sees it: its outline, and what costs something only when it is asked for.

    ``pages`` are the addresses of its pages, ``shared`` what it tells catalogues and feeds, ``shards`` what the index
    of the search keeps of it, and ``listing`` what the site's manifest lists: nothing while they cannot be made.
    """

    slug: str
    outline: Outline
    pages: Callable[[], Sequence[str]]
    shared: Callable[[], Shared | None]
    shards: Callable[[], Sequence[ShardNote] | None]
    listing: Callable[[], Manifest | None]
