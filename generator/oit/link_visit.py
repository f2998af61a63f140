"""A link that was visited on a day, and what was seen then."""

import datetime
from typing import NamedTuple

OPENS = "opens"
"""The verdict on a link that opened; more than that is not known of it."""

VERDICTS = (OPENS, "gone", "login", "unknown", "like-missing", "other-type", "refused")


class LinkVisit(NamedTuple):
    """One visit: the link as the evidence has it, the day, one of the verdicts."""

    link: str
    day: datetime.date
    verdict: str
