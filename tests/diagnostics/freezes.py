"""34x: what was kept of a day, and is damaged."""

import datetime

from diagnostics.cases import Case
from generator.freezing.freeze_text import freeze_text
from generator.oit.disclosure import EvidenceKind
from generator.oit.freeze import Freeze, FrozenEvidence, FrozenItem
from generator.oit.item_state import ItemState

_NAME = "content/my-town/2564/freezes/2564-04-30.yaml"
_EVIDENCE = (FrozenEvidence(EvidenceKind.FILE, "files/plan.pdf", "แผน", 12, "ab" * 32),)
_TEXT = freeze_text(
    Freeze(
        datetime.date(2021, 4, 30), 2564,
        (FrozenItem("O1", ItemState.REPORTED, ((1, True),), "cd" * 32, _EVIDENCE),),
    )
).decode()  # fmt: skip


def _damaged(was: str, now: str) -> dict[str, str | bytes]:
    assert was in _TEXT
    return {_NAME: _TEXT.replace(was, now)}


_SEAL = _TEXT.split("seal: ")[1].strip()

CASES = (
    Case("a sum that is none", "OIT350", _damaged("ab" * 32, "«abc»")),
    Case("a size that is none", "OIT350", _damaged("size: 12", "size: «12 KB»")),
    Case("a record of another day", "OIT351", _damaged("frozen: 2564-04-30", "frozen: «2564-05-01»")),
    Case("a record of another year", "OIT351",
         _damaged("frozen: 2564-04-30\nyear: 2564", "frozen: «2564-04-30»\nyear: 2563")),
    Case("a record that was edited", "OIT352",
         {_NAME: _TEXT.replace("reported", "complete").replace(_SEAL, f"«{_SEAL}»")}),
)  # fmt: skip
