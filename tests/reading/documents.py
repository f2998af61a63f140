"""Sound files of every kind with all their fields, written so that the place of each field is known."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.diagnostics import Report
from generator.reading.agency_file import AGENCY, read_agency
from generator.reading.disclosure_file import DISCLOSURE, read_disclosure
from generator.reading.measures_file import MEASURES, read_measures
from generator.reading.narrative_file import NARRATIVE, read_narrative
from generator.reading.results_file import RESULTS, read_results
from generator.reading.schema import Field, Kind, ListOf, Record
from generator.reading.site_file import SITE, read_site

Path = tuple[str | int, ...]
"""The way to a value: names of fields and positions in lists."""


class Document(NamedTuple):
    """A kind of file: its fields, how it is read, and a tree in which every field is given."""

    fields: Mapping[str, Field]
    read: Callable[[bytes, Report], object]
    tree: dict[str, Any]
    front_matter: bool = False


class Places(NamedTuple):
    """Where a field of a written document stands: its line, its column, and the column of its value (from 1)."""

    line: int
    key: int
    value: int


DOCUMENTS: dict[str, Document] = {
    "site.yaml": Document(
        SITE.fields,
        lambda data, report: read_site(data, "a", report),
        {
            "title": "ข้อมูล",
            "title_en": "Data",
            "theme": "base",
            "numerals": "thai",
            "address": "https://example.go.th",
            "agency": "town",
            "exports": ["data", "robots"],
            "description": "ข้อมูลของเทศบาล",
            "license": {"title": "สัญญาอนุญาต", "link": "https://example.org/license"},
            "publisher": {"name": "จังหวัด", "website": "https://example.go.th", "email": "office@example.go.th"},
            "feed_entries": "20",
            "issued": "2568-10-01",
            "availability": "stable",
            "languages": ["th", "en"],
            "accessibility": {
                "checked": "2569-01-15",
                "contact": {
                    "address": "1 ถนนกลาง",
                    "phone": "043 123 456",
                    "email": "office@example.go.th",
                    "website": "https://example.go.th",
                    "map": "https://maps.example.org/1",
                },
            },
        },
    ),
    "agency.yaml": Document(
        AGENCY.fields,
        lambda data, report: read_agency(data, "a", "town", report),
        {
            "name": "เทศบาล",
            "name_en": "Town",
            "kind": "town-municipality",
            "district": "เมือง",
            "province": "ขอนแก่น",
            "contact": {
                "address": "1 ถนนกลาง",
                "phone": "043 123 456",
                "email": "office@example.go.th",
                "website": "https://example.go.th",
                "map": "https://maps.example.org/1",
            },
            "area": {"centre": "16.5, 104.5", "bounds": "16.4, 104.3..16.6, 104.7"},
            "channels": [{"title": "เพจ", "link": "https://example.org/page"}],
            "note": "หมายเหตุ",
            "other_names": ["เทศบาลเมือง"],
            "offices": [{"name": "กองคลัง", "slug": "finance", "other_names": ["งานคลัง"]}],
            "example": "yes",
        },
    ),
    "o12.md": Document(
        DISCLOSURE.fields,
        lambda data, report: read_disclosure(data, "a", report),
        {
            "item": "O12",
            "title": "หัวข้อ",
            "state": "done",
            "office": ["กองคลัง"],
            "updated": "2564-04-30",
            "elements": {"1": "present"},
            "documents": ["แผน"],
            "evidence": [
                {
                    "file": "files/plan.pdf",
                    "title": "แผน",
                    "covers": "2564",
                    "date": "2563-10-15",
                    "language": "th",
                    "shows": ["1"],
                    "note": "หมายเหตุ",
                },
                {"link": "https://example.org/plan", "title": "แผน"},
                {"section": "หัวข้อ"},
                {"nil": "ไม่มี"},
            ],
            "path": ["หน้าแรก"],
            "note": "หมายเหตุ",
        },
        front_matter=True,
    ),
    "results.yaml": Document(
        RESULTS.fields,
        lambda data, report: read_results(data, "a", report),
        {
            "source": {"title": "รายงาน", "issued": "2565-10", "by": "สำนักปลัด"},
            "pass_line": "85",
            "focus_line": "90",
            "total": {"score": "85.29", "rating": "A", "where": "หน้า 1"},
            "instruments": [{"instrument": "OIT", "score": "83.77"}],
            "indicators": [{"indicator": "9", "title": "การเปิดเผย", "score": "73.79", "outcome": "fail"}],
            "questions": [
                {"question": "i5", "text": "ถาม", "score": "78.97"},
                {"question": "i4", "parts": [{"title": "เงิน", "score": "100"}]},
            ],
            "items": [{"item": "O12", "score": "0", "inferred": "yes", "basis": "ตำแหน่ง"}],
            "findings": [
                {
                    "about": "O12",
                    "heading": "การเปิดเผย",
                    "statement": "ประเด็น",
                    "remark": "ความเห็น",
                    "analysis": "วิเคราะห์",
                    "remedy": "แก้ไข",
                    "owner": ["สำนักปลัด"],
                    "kind": "weakness",
                    "helped_by": ["O39"],
                    "where": "หน้า 2",
                }
            ],
            "printed": [{"figure": "indicator 9", "value": "53.77", "where": "หน้า 3"}],
            "statements": [
                {
                    "text": "ผ่านเกณฑ์",
                    "where": "หน้า 4",
                    "claims": [{"figure": "indicators passed", "value": "9"}],
                }
            ],
            "names": [{"name": "เทศบาลอื่น", "kind": "agency", "where": "หน้า 5"}],
            "earlier": [
                {
                    "year": "2564",
                    "total": {"score": "82.60", "rating": "B", "where": "หน้า 6"},
                    "instruments": [{"instrument": "OIT", "score": "81.25"}],
                    "indicators": [{"indicator": "9", "score": "70.20"}],
                    "where": "หน้า 6",
                }
            ],
        },
    ),
    "measures.yaml": Document(
        MEASURES.fields,
        lambda data, report: read_measures(data, "a", 2565, report),
        {
            "source": {"title": "รายงาน", "issued": "2565-10", "by": "สำนักปลัด"},
            "for_year": "2566",
            "measures": [
                {
                    "no": "1",
                    "group": "มาตรการ",
                    "title": "อบรม",
                    "about": ["indicator 9"],
                    "method": "จัดอบรม",
                    "period": "ต.ค.65-ธ.ค.66",
                    "from": "2565-10-01",
                    "until": "2566-12-31",
                    "owner": ["สำนักปลัด"],
                    "follow_up": "ติดตาม",
                    "result": "ผล",
                    "outcome": "ผลลัพธ์",
                    "progress": "done",
                }
            ],
            "names": [{"name": "เทศบาลอื่น", "kind": "agency", "where": "หน้า 5"}],
        },
    ),
    "analysis.md": Document(
        NARRATIVE.fields,
        lambda data, report: read_narrative(data, "a", "analysis", report),
        {"title": "รายงาน", "source": "รายงาน", "issued": "2565-10"},
        front_matter=True,
    ),
}


def fields_of(document: Document) -> Iterator[tuple[Path, Field]]:
    """Every field that is given in the document's tree, with its definition."""

    def walk(
        tree: Any, kind: Kind[Any] | None, fields: Mapping[str, Field], path: Path
    ) -> Iterator[tuple[Path, Field]]:
        if isinstance(kind, Record):
            fields = kind.fields
        elif isinstance(kind, ListOf) and isinstance(tree, list):
            for number, item in enumerate(tree):
                yield from walk(item, kind.item, {}, (*path, number))
            return
        if isinstance(tree, dict):
            for name, value in tree.items():
                if name in fields:
                    yield (*path, name), fields[name]
                    yield from walk(value, fields[name].kind, {}, (*path, name))

    yield from walk(document.tree, None, document.fields, ())


def written(document: Document, tree: Mapping[str, Any]) -> tuple[bytes, dict[Path, Places]]:
    """The file of a tree, every value in quotation marks, and where each field stands."""
    lines = ["---"] if document.front_matter else []
    places: dict[Path, Places] = {}
    _write(tree, (), 0, lines, places)
    if document.front_matter:
        lines += ["---", "", "# หัวข้อ"]
    return ("\n".join(lines) + "\n").encode(), places


def _write(tree: Mapping[str, Any], path: Path, indent: int, lines: list[str], places: dict[Path, Places]) -> None:
    for name, value in tree.items():
        here = (*path, name)
        blanks = " " * indent
        line = len(lines) + 1
        if isinstance(value, str):
            lines.append(f"{blanks}{name}: {json.dumps(value, ensure_ascii=False)}")
            places[here] = Places(line, indent + 1, indent + len(name) + 3)
        elif isinstance(value, Mapping):
            lines.append(f"{blanks}{name}:")
            _write(value, here, indent + 2, lines, places)
            places[here] = Places(line, indent + 1, indent + 3)
        else:
            lines.append(f"{blanks}{name}:")
            for number, item in enumerate(value):
                if isinstance(item, str):
                    lines.append(f"{blanks}  - {json.dumps(item, ensure_ascii=False)}")
                elif not item:
                    lines.append(f"{blanks}  - {{}}")
                else:
                    start = len(lines)
                    _write(item, (*here, number), indent + 4, lines, places)
                    lines[start] = f"{blanks}  - {lines[start][indent + 4 :]}"
            places[here] = Places(line, indent + 1, indent + 3)


def changed(tree: Any, path: Path, change: Callable[[dict[str, Any], str], None]) -> Any:
    """A copy of a tree in which one field was changed in place."""
    copy = json.loads(json.dumps(tree))
    inner = copy
    for step in path[:-1]:
        inner = inner[step]
    change(inner, str(path[-1]))
    return copy
