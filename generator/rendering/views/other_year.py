"""An item of another year that shares a topic with an item."""

from typing import NamedTuple


class OtherYear(NamedTuple):
    """The same topic in another year. ``address`` is empty where this agency has no page for it."""

    year: str
    number: str
    title: str
    address: str
    state: str
