"""The text of ``links.yaml``, as the program writes it."""

from collections.abc import Iterable

from generator.oit.link_visit import LinkVisit
from generator.reading.freeze_file import day_text
from generator.reading.yaml_text import scalar

_HEAD = "# เขียนโดย · written by: prongsai check --links --record\n"


def links_text(visits: Iterable[LinkVisit]) -> bytes:
    """The file that holds these visits, the same bytes for the same visits."""
    rows = [
        f"  - link: {scalar(visit.link)}\n    day: {day_text(visit.day)}\n    verdict: {visit.verdict}\n"
        for visit in visits
    ]
    return f"{_HEAD}links:\n{''.join(rows)}".encode()
