"""The two changes that are timed: another title and another line of text, in one item of the first agency."""

from pathlib import Path
from typing import NamedTuple

from benchmarks.portal import AgencyText, agencies
from benchmarks.sides import Side

POSITION = 4
"""Which item is changed: O5."""


class Edits(NamedTuple):
    """How often each change has been made; every time it reads differently."""

    titles: int = 0
    bodies: int = 0

    def applied(self, agency: AgencyText) -> AgencyText:
        """The first agency as its sources stand after these changes."""
        items = list(agency.items)
        item = items[POSITION]
        title = _title(item.title, self.titles) if self.titles else item.title
        body = item.body + "".join(_line(number) for number in range(1, self.bodies + 1))
        items[POSITION] = item._replace(title=title, body=body)
        return agency._replace(items=tuple(items))


def change_title(side: Side, site: Path, edits: Edits) -> Edits:
    """Give the item its next title; the index of every page of the agency shows it."""
    path, plain = _source(side, site)
    lines = path.read_text(encoding="utf-8").split("\n")
    row = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    edits = edits._replace(titles=edits.titles + 1)
    lines[row] = f'title: "{_title(plain, edits.titles)}"'
    path.write_text("\n".join(lines), encoding="utf-8")
    return edits


def change_body(side: Side, site: Path, edits: Edits) -> Edits:
    """Add a line to the text of the item, which no other page shows."""
    path, _ = _source(side, site)
    edits = edits._replace(bodies=edits.bodies + 1)
    with path.open("a", encoding="utf-8") as file:
        file.write(_line(edits.bodies))
    return edits


def _source(side: Side, site: Path) -> tuple[Path, str]:
    agency = next(agencies(1))
    item = agency.items[POSITION]
    return site / side.item.format(agency=agency.slug, item=item.stem), item.title


def _title(plain: str, number: int) -> str:
    return f"{plain} แก้ไขครั้งที่ {number}"


def _line(number: int) -> str:
    return f"\nเพิ่มข้อความครั้งที่ {number}\n"
