"""What a report says of something."""

from typing import NamedTuple

from generator.rendering.views.frame import Crumb


class FindingView(NamedTuple):
    """What a report says about something, and its advice. ``subject`` names it; ``kind``: weakness, keep or empty."""

    about: str
    subject: str
    address: str
    score: str
    parts: tuple[tuple[str, str], ...]
    heading: str
    statement: str
    remark: str
    analysis: str
    remedy: str
    owners: str
    kind: str
    helped_by: tuple[Crumb, ...]
    where: str
