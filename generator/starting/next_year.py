"""The next fiscal year of an agency: what is not bound to a year is carried over, item by item, by topic."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue, Item
from generator.oit.disclosure import Disclosure, Evidence, EvidenceKind
from generator.oit.period import PeriodRule
from generator.project import FILES_FOLDER
from generator.reading.snapshot import Asset
from generator.reading.spelling import arabic_digits
from generator.rendering.addresses import REPORT_PAGES
from generator.starting.item_file import Carried, item_file
from generator.starting.new_project import FILES_KEPT

_ITEM_LINK = re.compile(r"(\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?)(?:\./)?[oO][0๐]*([0-9๐-๙]{1,3})\.[mM][dD]", re.MULTILINE)
_REPORT_LINK = re.compile(rf"(?<!!)\[([^\]]*)\]\(\s*<?(?:\./)?(?:{'|'.join(REPORT_PAGES)})\.(?:md|yaml)[^)]*\)")


def origin(years: Iterable[AgencyYear], year: int) -> AgencyYear | None:
    """The year to carry over from: the latest before the new one, or nothing.

    What was published later is never carried back: it was not yet so in the year that is opened.
    """
    earlier = [content for content in years if content.year < year]
    return max(earlier, key=lambda content: content.year, default=None)


def next_year(
    former: AgencyYear, catalogue: Catalogue, assets: Mapping[str, Asset]
) -> tuple[dict[str, bytes | Asset], int]:
    """The files of a new year by their name in its folder, and how many items take something over.

    ``assets`` are the files of the former year by their path in its folder.
    """
    groups = catalogue.groups_of(former.agency.kind)
    files: dict[str, bytes | Asset] = {FILES_KEPT: b""}
    count = 0
    for item in catalogue.items:
        carried = carry(item, former, catalogue)
        files[f"{item.slug}.md"] = item_file(item, item.elements_for(groups), catalogue.year, carried)
        files |= {path: asset for path, asset in assets.items() if _is_used(path, carried)}
        count += bool(carried.offices or carried.path or carried.begun)
    return files, count


def carry(item: Item, former: AgencyYear, catalogue: Catalogue) -> Carried:
    """What an item takes over: of whom and by which way always, the rest only where no stretch of time is asked for."""
    topics = set(item.topics)
    same = [one for one in former.catalogue.items if topics.intersection(one.topics)]
    told = [(one, former.disclosures[one.number]) for one in same if one.number in former.disclosures]
    kept = [(one, disclosure) for one, disclosure in told if item.period is one.period is PeriodRule.CURRENT]
    marks: dict[int, bool] = {}
    evidence: list[tuple[Evidence, tuple[int, ...] | None]] = []
    for one, disclosure in kept:
        numbers = _same_elements(one, item)
        marks |= {numbers[mark.number]: mark.present for mark in disclosure.elements if mark.number in numbers}
        evidence += [(piece, _shows(piece, numbers, one, item)) for piece in disclosure.evidence]
    return Carried(
        year=former.year,
        items=tuple(one.number for one in same),
        offices=tuple(dict.fromkeys(office for _, disclosure in told for office in disclosure.offices)),
        path=next((disclosure.path for _, disclosure in told if disclosure.path), ()),
        marks=tuple(sorted(marks.items())),
        evidence=tuple(evidence),
        body="\n\n".join(body for _, disclosure in kept if (body := _body(disclosure, former, catalogue))),
    )


def _same_elements(old: Item, new: Item) -> dict[int, int]:
    """The number of each old element in the new item, where it is asked for in the same words."""
    numbers = {element.text: element.number for element in new.elements}
    return {element.number: numbers[element.text] for element in old.elements if element.text in numbers}


def _shows(piece: Evidence, numbers: Mapping[int, int], old: Item, new: Item) -> tuple[int, ...] | None:
    """The elements of the new item that a piece of evidence shows: empty for all, nothing when none is known."""
    shown = piece.shows or tuple(element.number for element in old.elements)
    found = tuple(sorted({numbers[number] for number in shown if number in numbers}))
    if len(found) == len(new.elements):
        return ()
    return found or None


def _body(disclosure: Disclosure, former: AgencyYear, catalogue: Catalogue) -> str:
    """The text, its links leading to the same item of the new year where that is one, else to the former year.

    A link to a report of that year becomes its words: the new year has none yet.
    """

    def link(match: re.Match[str]) -> str:
        number = int(arabic_digits(match[2]))
        old = former.catalogue.by_number.get(f"O{number}")
        same = [item for item in catalogue.items if old is not None and set(old.topics).intersection(item.topics)]
        if len(same) == 1:
            return f"{match[1]}{same[0].slug}.md"
        return f"{match[1]}../{former.year}/o{number:02d}.md"

    return _REPORT_LINK.sub(r"\1", _ITEM_LINK.sub(link, disclosure.body.strip("\n")))


def _is_used(path: str, carried: Carried) -> bool:
    """Whether a file of the former year is referred to by what is carried over."""
    if any(piece.kind is EvidenceKind.FILE and piece.target == path for piece, _ in carried.evidence):
        return True
    return path.startswith(f"{FILES_FOLDER}/") and (path in carried.body or quote(path) in carried.body)
