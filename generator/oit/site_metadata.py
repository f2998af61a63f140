"""Metadata of a site: publisher, address and licence."""

import datetime
from typing import NamedTuple


class License(NamedTuple):
    """The terms of use of everything that is published: a title, and the web address of the text."""

    title: str
    link: str


class Publisher(NamedTuple):
    """Who runs a portal of many agencies. What is not known is empty."""

    name: str
    website: str = ""
    email: str = ""


class SiteMetadata(NamedTuple):
    """The site as it presents itself in catalogues of data.

    ``address`` has no slash at its end and may be empty. Without a licence or a publisher nothing is claimed of either.
    """

    title: str
    title_en: str
    description: str
    address: str
    license: License | None
    publisher: Publisher | None
    feed_entries: int
    """How many entries a feed holds at the most."""
    issued: datetime.date | None = None
    """The day on which the site was first published."""
    availability: str = ""
    """For how long the files are meant to be there: a key of ``AVAILABILITIES``, or empty."""

    def url(self, address: str) -> str:
        """The whole address of something on the site; empty while the site has none."""
        return f"{self.address}/{address}" if self.address else ""


AVAILABILITIES = {
    "stable": "ระยะยาว",
    "available": "ระยะปานกลาง",
    "temporary": "ชั่วคราว",
    "experimental": "ทดลอง",
}
"""How long data are meant to stay published, with the Thai words: terms of the EU's list of planned availability."""
