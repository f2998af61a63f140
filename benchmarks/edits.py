"""The two changes that are timed: another title and another line of text, in one item of the first agency."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from benchmarks.portal import AgencyText
from benchmarks.sides import Side

AGENCY, ITEM, OTHER_ITEM = "example-001", "o05", "o20"
"""The changed item, and an item of the same agency whose page shows it only in the index."""
_POSITION = 4
_TITLE = re.compile(r'^title: "([^"]*?)( แก้ไขครั้งที่ \d+)?"$', re.MULTILINE)


class Edits(NamedTuple):
    """How often each change has been made; every time it reads differently."""

    titles: int = 0
    bodies: int = 0

    @property
    def newest_title(self) -> str:
        """What the last change of the title says that no page said before it."""
        return f"แก้ไขครั้งที่ {self.titles}"

    @property
    def newest_line(self) -> str:
        """What the last change of the text says that no page said before it."""
        return _line(self.bodies).strip()

    def applied(self, agency: AgencyText) -> AgencyText:
        """The first agency as its sources stand after these changes."""
        items = list(agency.items)
        item = items[_POSITION]
        title = f"{item.title} {self.newest_title}" if self.titles else item.title
        body = item.body + "".join(_line(number) for number in range(1, self.bodies + 1))
        items[_POSITION] = item._replace(title=title, body=body)
        return agency._replace(items=tuple(items))


def change_title(side: Side, site: Path, edits: Edits) -> Edits:
    """Give the item its next title, which the index of every page of the agency shows."""
    path = _source(side, site)
    edits = edits._replace(titles=edits.titles + 1)
    text = path.read_text(encoding="utf-8")
    changed, count = _TITLE.subn(lambda found: f"title: {_quoted(f'{found[1]} {edits.newest_title}')}", text, count=1)
    if not count:
        raise ValueError(f"{path}: no title to change")
    path.write_text(changed, encoding="utf-8")
    return edits


def change_body(side: Side, site: Path, edits: Edits) -> Edits:
    """Add a line to the text of the item, which no other page shows."""
    edits = edits._replace(bodies=edits.bodies + 1)
    with _source(side, site).open("a", encoding="utf-8") as file:
        file.write(_line(edits.bodies))
    return edits


def _source(side: Side, site: Path) -> Path:
    return site / side.item.format(agency=AGENCY, item=ITEM)


def _line(number: int) -> str:
    return f"\nเพิ่มข้อความครั้งที่ {number}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
