"""The changes that are timed: another title, another state and another line of text, in one item."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from benchmarks.portal import AgencyText
from benchmarks.sides import Side

AGENCY, ITEM, OTHER_ITEM = "example-001", "o05", "o20"
"""The changed item, and an item of the same agency whose page shows it only in the index."""
_POSITION = 4
_STATES = ("done", "in-progress")
"""The state that is written first, and the one it alternates with."""
_TITLE = re.compile(r'^title: "([^"]*?)( แก้ไขครั้งที่ \d+)?"$', re.MULTILINE)


class Edits(NamedTuple):
    """How often each change has been made. A title and a line read differently every time, a state alternates."""

    titles: int = 0
    bodies: int = 0
    states: int = 0

    @property
    def newest_line(self) -> str:
        """The line that the last change of the text added."""
        return _line(self.bodies).strip()

    def newest_row(self, side: Side) -> str:
        """How the row of the item begins in an index that has followed the last change of the state."""
        shown = side.done if self.state == _STATES[0] else self.state
        return f'data-item="O{_POSITION + 1}" data-state="{shown}"'

    @property
    def state(self) -> str:
        """The state of the item as its source has it now."""
        return _STATES[self.states % len(_STATES)]

    def applied(self, agency: AgencyText) -> AgencyText:
        """The first agency as its sources stand after the changes of titles and texts."""
        items = list(agency.items)
        item = items[_POSITION]
        title = _title(item.title, self.titles) if self.titles else item.title
        body = item.body + "".join(_line(number) for number in range(1, self.bodies + 1))
        items[_POSITION] = item._replace(title=title, body=body)
        return agency._replace(items=tuple(items))


def change_title(side: Side, site: Path, edits: Edits) -> Edits:
    """Give the item its next title, which the index of every page of the agency shows."""
    path = _source(side, site)
    edits = edits._replace(titles=edits.titles + 1)
    text = path.read_text(encoding="utf-8")
    changed, count = _TITLE.subn(lambda found: f"title: {_quoted(_title(found[1], edits.titles))}", text, count=1)
    if not count:
        raise ValueError(f"{path}: no title to change")
    path.write_text(changed, encoding="utf-8")
    return edits


def change_state(side: Side, site: Path, edits: Edits) -> Edits:
    """Give the item its other state, which the index of every page of the agency shows."""
    path = _source(side, site)
    changed = edits._replace(states=edits.states + 1)
    before, after = f"\nstate: {edits.state}\n", f"\nstate: {changed.state}\n"
    text = path.read_text(encoding="utf-8")
    if before not in text:
        raise ValueError(f"{path}: the state is not {edits.state}")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return changed


def change_body(side: Side, site: Path, edits: Edits) -> Edits:
    """Add a line to the text of the item, which no other page shows."""
    edits = edits._replace(bodies=edits.bodies + 1)
    with _source(side, site).open("a", encoding="utf-8") as file:
        file.write(_line(edits.bodies))
    return edits


def _source(side: Side, site: Path) -> Path:
    return site / side.item.format(agency=AGENCY, item=ITEM)


def _title(plain: str, number: int) -> str:
    return f"{plain} แก้ไขครั้งที่ {number}"


def _line(number: int) -> str:
    return f"\nเพิ่มข้อความครั้งที่ {number}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
