"""Whether a side's pages carry what the portal says: read back from what it wrote."""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.edits import Edits
from benchmarks.portal import AgencyText, ItemText, agencies, catalogue
from benchmarks.sides import Side
from generator.oit.rollup import roll_up
from generator.oit.rounding import points

_SCORE = re.compile(r'class="score">([0-9.]+)<')
_ROWS = 43


def faults(side: Side, site: Path, count: int, edits: Edits) -> Iterator[str]:
    """What is wrong with the pages of a side, one line for each page that is not as it should be.

    ``edits`` are the changes made to the sources since they were written.
    """
    for position, agency in enumerate(agencies(count)):
        now = edits.applied(agency) if position == 0 else agency
        score = _expected_score(now)
        front = site / side.front.format(agency=agency.slug)
        yield from (f"{front}: {fault}" for fault in _shared_faults(_read(front), now, score))
        for item in now.items:
            path = site / side.page.format(agency=agency.slug, item=item.stem)
            page = _read(path)
            yield from (f"{path}: {fault}" for fault in (*_shared_faults(page, now, score), *_own_faults(page, item)))


def _expected_score(agency: AgencyText) -> str:
    met = {item.number: item.complete for item in agency.items}
    return points(roll_up(catalogue(), met).instrument.value)


def _shared_faults(page: str, agency: AgencyText, score: str) -> Iterator[str]:
    if page.count("data-item=") != _ROWS:
        yield f"{page.count('data-item=')} rows in the index"
    missing = [item.number for item in agency.items if f">{item.title}</a>" not in page]
    if missing:
        yield f"titles missing in the index: {', '.join(missing)}"
    found = _SCORE.findall(page)
    # the other sides reckon in floating point and print two decimals
    if len(found) != 1 or abs(float(found[0]) - float(score)) > 0.011:
        yield f"score {found}, not {score}"


def _own_faults(page: str, item: ItemText) -> Iterator[str]:
    for what, mark, wanted in (
        ("elements", '<tr class="element">', len(item.present)),
        ("elements that are there", "<td>มี</td>", sum(item.present)),
        ("pieces of evidence", '<li class="proof">', len(item.proofs)),
        ("tables", "<table", 3),
    ):
        if page.count(mark) != wanted:
            yield f"{page.count(mark)} {what}, not {wanted}"
    for proof in item.proofs:
        if f'href="{proof.link}"' not in page or proof.title not in page:
            yield f"evidence missing: {proof.link}"
    heading, *_, last_line = item.body.rstrip("\n").split("\n")
    # a generator may set the headings of a text one level lower
    if not re.search(f"<h[2-6][^>]*>{re.escape(heading.removeprefix('## '))}<", page):
        yield "the heading of the text is missing"
    if last_line.partition("[")[0].strip() not in page:
        yield "the end of the text is missing"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
