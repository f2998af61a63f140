"""Numbers of persons in what is published as text: Markdown, YAML and CSV.

The numbers by which an agency wants to be reached are no secret: phones are told neither in its own file nor in an
item that asks how to reach somebody.
"""

import csv
import io
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from generator.diagnostics import Report, Span
from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import EvidenceKind
from generator.oit.privacy import Personal, in_tables, is_public_phone, personal_numbers
from generator.paths import address_in
from generator.reading.file_names import AGENCY_FILE, same_name
from generator.reading.snapshot import Tree, read_asset
from generator.reading.spelling import item_of

MOST_TABLE = 8 * 1024 * 1024
"""The largest CSV file that is looked through each time, in bytes."""

REACHING = frozenset(
    ("executives", "contact", "structure", "complaint-channel", "complaint-guide", "qa", "eservice", "social")
)
"""Topics of items that ask how somebody is reached."""

_Place = tuple[int, int, Personal]
"""A line and a column, counted from 1, and what stands there."""


def check_privacy(folder: str, years: Sequence[AgencyYear], tree: Tree, report: Report) -> None:
    """Tell of every file that holds such numbers: once for each kind, at the first. ``folder`` is the agency's."""
    for below, data in tree.texts.items():
        text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        phones = not (same_name(below, AGENCY_FILE) or _is_for_reaching(below, years))
        _tell(address_in(folder, below), list(_in_text(text)), years, report, phones=phones)
    for content in years:
        for path in sorted(_tables(content)):
            asset = tree.assets[content.files[path].source]
            table = read_asset(asset) if asset.size <= MOST_TABLE else None
            if table is not None:
                found = list(_in_table(table.decode("utf-8-sig", "replace")))
                _tell(address_in(folder, content.files[path].source), found, years, report, phones=True)


def _tell(path: str, found: list[_Place], years: Sequence[AgencyYear], report: Report, *, phones: bool) -> None:
    by_kind: dict[str, list[_Place]] = {}
    certain = {one.digits for _, _, one in found if one.what == "citizen"}
    for one in found:
        public = one[2].what == "phone" and (not phones or (years and is_public_phone(one[2].digits, years[0].agency)))
        if not (public or (one[2].what == "possible" and one[2].digits in certain)):
            by_kind.setdefault(one[2].what, []).append(one)
    for what, places in by_kind.items():
        line, column, first = places[0]
        span = Span(path, line, column, column + first.end - first.start)
        more = len({place[2].digits for place in places}) - 1 or None
        if what == "citizen":
            report.warning("OIT560", span, number=first.shown, more=more)
        elif what == "possible":
            report.finding("OIT561", span, number=first.shown, more=more)
        else:
            report.finding("OIT562", span, what=what, number=first.shown, more=more)


def _in_text(text: str) -> Iterator[_Place]:
    """The numbers in a text; those in a table of Markdown by the heads of their columns too."""
    ends = _line_ends(text)
    for one in personal_numbers(text):
        before = bisect_left(ends, one.start)
        yield before + 1, one.start - (ends[before - 1] if before else -1), one
    if "|" in text:
        lines = text.split("\n")
        yield from _in_cells(line.strip(" |").replace("|", "\t") if line.startswith("|") else "" for line in lines)


def _in_table(text: str) -> Iterator[_Place]:
    """The numbers in a CSV file, each at the line on which its row ends."""
    rows = csv.reader(io.StringIO(text))
    lines: list[int] = []
    cells: list[str] = []
    try:
        for row in rows:
            lines.append(rows.line_num)
            cells.append("\t".join(" ".join(cell.split()) for cell in row))
    except csv.Error:
        yield from _in_text(text)
        return
    yield from ((lines[row - 1], column, one) for row, column, one in _in_cells(cells))


def _in_cells(rows: Iterable[str]) -> Iterator[_Place]:
    text = in_tables("\n".join(rows))
    ends = _line_ends(text)
    for one in personal_numbers(text):
        yield bisect_left(ends, one.start) + 1, 1, one


def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def _tables(content: AgencyYear) -> set[str]:
    """The CSV files that evidence refers to."""
    return {
        evidence.target
        for disclosure in content.disclosures.values()
        for evidence in disclosure.evidence
        if evidence.kind is EvidenceKind.FILE
        and evidence.target in content.files
        and evidence.target.lower().endswith(".csv")
    }


def _is_for_reaching(below: str, years: Sequence[AgencyYear]) -> bool:
    """Whether a file is that of an item that asks how somebody is reached."""
    year, _, name = below.partition("/")
    number = item_of(name)
    for content in years:
        if str(content.year) == year and number is not None and number in content.catalogue.by_number:
            return not REACHING.isdisjoint(content.catalogue.by_number[number].topics)
    return False
