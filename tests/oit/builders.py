"""Small pieces of content to make a story of, read as a build reads them: files in, values out."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import generator
from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue
from generator.oit.disclosure import Disclosure
from generator.oit.result import Results
from generator.reading.agency_file import read_agency
from generator.reading.catalogue_file import read_catalogue
from generator.reading.disclosure_file import read_disclosure
from generator.reading.results_file import read_results

from .plans import Answers, Plan, catalogue_file

SHIPPED_YEARS = range(2563, 2570)
A_FILE = {"file": "files/plan.pdf", "title": "แผนดำเนินงาน"}
A_LINK = {"link": "https://example.invalid/plan", "title": "แผนดำเนินงาน"}
A_SECTION = {"section": "ผลการดำเนินงาน"}
NIL = {"nil": "ไม่มีเรื่องร้องเรียนในปีนี้"}
WHOLE = {"1": "present", "2": "present"}


@cache
def shipped(year: int) -> Catalogue:
    """One of the catalogues that come with the generator."""
    path = Path(generator.__file__).parent / "catalogues" / f"oit-{year}.yaml"
    return catalogue_from(path.read_bytes())


def catalogue_of(plan: Plan, period: str = "current") -> Catalogue:
    """The catalogue that a plan describes; every item asks its evidence to cover the same period."""
    return catalogue_from(catalogue_file(plan, period))


def catalogue_from(data: bytes) -> Catalogue:
    """The catalogue in a file that must be without fault."""
    report = Report()
    catalogue = read_catalogue(data, "content/catalogues/oit.yaml", report)
    assert report.diagnostics == []
    assert catalogue is not None
    return catalogue


def one_item(
    period: str = "fy-current", *, elements: int = 2, local_only: Iterable[int] = (), kind: str = "annual-report"
) -> Catalogue:
    """The catalogue of fiscal year 2571 with a single item, O1, of so many elements."""
    only = {"only_for": "local-government"}
    item: dict[str, Any] = {"no": "O1", "title": "รายงานประจำปี", "topics": ["report"], "period": period, "kind": kind}
    item["elements"] = [
        {"no": number, "text": f"องค์ประกอบที่ {number}"} | (only if number in local_only else {})
        for number in range(1, elements + 1)
    ]
    sub = {"no": "1.1", "title": "รายงาน", "items": [item]}
    indicator = {"no": "1", "title": "การเปิดเผยข้อมูล", "sub_indicators": [sub]}
    tree = {
        "scheme": "invented",
        "year": 2571,
        "title": "รายการที่มีข้อเดียว",
        "rounding": {"subindicator": 2, "indicator": 2, "instrument": "exact", "total": 2},
        "pass_line": 85,
        "ratings": [{"label": "A", "at_least": 85}, {"label": "F", "at_least": 0}],
        "local_government": ["subdistrict-municipality"],
        "instruments": [{"code": "OIT", "title": "OIT", "weight": 100, "indicators": [indicator]}],
    }
    return catalogue_from(_text(tree))


def disclosure(number: str = "O1", body: str = "", **fields: Any) -> Disclosure:
    """One item file with these fields in its head."""
    report = Report()
    head = _text({"item": number, **fields})
    data = b"---\n" + head + b"\n---\n" + body.encode("utf-8")
    read = read_disclosure(data, f"content/ban-taeng/2571/{number.lower()}.md", report)
    assert report.diagnostics == []
    assert read is not None
    return read


def report_of(**fields: Any) -> Results:
    """A ``results.yaml`` that holds only what is named."""
    report = Report()
    data = _text({"source": {"title": "รายงานผลการประเมิน"}, **fields})
    read = read_results(data, "content/ban-taeng/2571/results.yaml", report)
    assert report.diagnostics == []
    assert read is not None
    return read


def indicators(scores: Mapping[str, object]) -> list[dict[str, str]]:
    """The printed scores of indicators by their number."""
    return [{"indicator": number, "score": str(score)} for number, score in scores.items()]


def items(score: object, *numbers: str) -> list[dict[str, str]]:
    """The same printed score for some items."""
    return [{"item": number, "score": str(score)} for number in numbers]


def content(
    catalogue: Catalogue,
    disclosures: Iterable[Disclosure] = (),
    results: Results | None = None,
    kind: str = "subdistrict-municipality",
) -> AgencyYear:
    """What an agency says about the year of a catalogue."""
    agency = read_agency(
        _text({"name": "เทศบาลตำบลบ้านแต้ง", "kind": kind, "province": "ขอนแก่น"}), "", "ban-taeng", Report()
    )
    assert agency is not None
    return AgencyYear(
        agency=agency,
        year=catalogue.year,
        catalogue=catalogue,
        disclosures={one.item: one for one in disclosures},
        results=results,
        measures=None,
        narratives={},
        files={},
    )


def answered(catalogue: Catalogue, given: Answers) -> AgencyYear:
    """The content that puts every item into its state, with a report that prints the answers."""
    said = (in_state(item.number, state) for item, state in zip(catalogue.items, given.states, strict=True))
    results = report_of(
        instruments=[{"instrument": code, "score": str(score)} for code, score in given.instruments.items()],
        indicators=indicators(given.indicators),
        questions=[{"question": number, "score": str(score)} for number, score in given.questions.items()],
        items=[{"item": number, "score": str(score)} for number, score in given.items.items()],
    )
    return content(catalogue, [one for one in said if one is not None], results)


@cache
def in_state(number: str, state: str) -> Disclosure | None:
    """What an officer writes so that an item of two elements and no fixed period comes into a state."""
    if state == "not-stated":
        return None
    heads: dict[str, dict[str, Any]] = {
        "complete": {"state": "done", "elements": WHOLE, "evidence": [A_FILE]},
        "reported": {"state": "done", "elements": WHOLE},
        "incomplete": {"state": "done", "elements": {"1": "present", "2": "absent"}, "evidence": [A_FILE]},
        "in-progress": {"state": "in-progress", "elements": WHOLE, "evidence": [A_FILE]},
        "not-started": {"state": "not-started"},
    }
    return disclosure(number, **heads[state])


def _text(tree: Mapping[str, Any]) -> bytes:
    """JSON is YAML too."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8")
