"""The schema of each kind of file as JSON Schema (draft 7), for an editor that completes and checks while typing.

Made from the definitions that the readers use. An editor types the values before the schema sees
them (``93.75`` is a number to it, ``O12`` a text), so a kind that reads text accepts numbers too. A
file that the readers accept is never refused by its schema; what one file cannot tell, such as
whether an evidence file is there, is left to ``check``.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.oit.catalogue import Catalogue, Item
from generator.oit.reference import Reference, ReferenceKind
from generator.reading import (
    area_kinds,
    catalogue_file,
    contact_kinds,
    disclosure_file,
    evidence_kinds,
    json_patterns,
    kinds,
    measures_file,
    reference_kind,
    results_file,
    site_address,
)
from generator.reading.agency_file import AGENCY
from generator.reading.json_patterns import spelled, whole
from generator.reading.narrative_file import NARRATIVE
from generator.reading.result_check import known_numbers
from generator.reading.schema import Field, Kind, ListOf, Record, TableOf
from generator.reading.site_file import SITE

Schema = dict[str, Any]
_DIALECT = "http://json-schema.org/draft-07/schema#"
_NOTHING: Schema = {"type": "null"}
_SCALAR = ("string", "number", "boolean")
_DAYS = ("2568-04-30", "30 เมษายน 2568")
_CENTRE = "16.5, 104.5"
_CORNERS = "16.4, 104.3..16.6, 104.7"
_MOST_ITEMS = 999
_BLANK = r"^\s*$"


def schema_files(catalogues: Mapping[int, Catalogue]) -> dict[str, bytes]:
    """Every schema by file name; for each year one of its disclosures and one of its results."""
    plain = _Writer(None)
    schemas = {
        "site.json": plain.file("การตั้งค่าเว็บไซต์ · Settings of the site", SITE),
        "agency.json": plain.file("ข้อมูลหน่วยงาน · The agency", AGENCY),
        "measures.json": plain.file("มาตรการและความก้าวหน้า · Measures", measures_file.MEASURES),
        "report-text.json": plain.file("ส่วนหัวของรายงาน · Words of a report", NARRATIVE),
        "catalogue.json": plain.file("รายการข้อของปีงบประมาณ · Catalogue of a year", catalogue_file.CATALOGUE),
    }
    for year, catalogue in sorted(catalogues.items()):
        writer = _Writer(catalogue)
        disclosure = writer.file(f"การเปิดเผยข้อมูล ปี {year} · Disclosure of one item", disclosure_file.DISCLOSURE)
        disclosure["allOf"] = [_only_its_elements(item) for item in catalogue.items]
        schemas[f"disclosure-{year}.json"] = disclosure
        schemas[f"results-{year}.json"] = writer.file(f"ผลการประเมิน ปี {year} · Official results", results_file.RESULTS)
    return {name: (json.dumps(schema, ensure_ascii=False) + "\n").encode() for name, schema in schemas.items()}


def _only_its_elements(item: Item) -> Schema:
    """When a file is of this item, its elements are this item's and no others."""
    numbers = [element.number for element in item.elements]
    marks: Schema = {
        "properties": {str(element.number): {"title": element.text} for element in item.elements},
        "patternProperties": {f"^0+(?:{'|'.join(map(str, numbers))})$": {}},
        "additionalProperties": _NOTHING,
    }
    shown = {"type": ["integer", "string", "array", "null"], "maximum": len(numbers)}
    shown |= {"items": {"type": ["integer", "string", "null"], "maximum": len(numbers)}}
    spelling = {"type": "string", "pattern": whole(json_patterns.item([item.number]))}
    return {
        "if": {
            "properties": {"item": {"anyOf": [spelling, {"const": int(item.number[1:])}]}},
            "required": ["item"],
        },
        "then": {"properties": {"elements": marks, "evidence": {"items": {"properties": {"shows": shown}}}}},
    }


class _Writer:
    """Writes the schema of fields and kinds; with a catalogue, its numbers are the only ones."""

    def __init__(self, catalogue: Catalogue | None) -> None:
        self._catalogue = catalogue
        self._numbers: json_patterns.Numbers = {} if catalogue is None else _numbers(catalogue)
        self._kinds: dict[type[Kind[Any]], Callable[[Any], Schema]] = {
            Record: self._record,
            ListOf: self._list,
            TableOf: self._table,
            kinds.Text: lambda kind: {"type": list(_SCALAR), "maxLength": kind.limit},
            kinds.FilePath: lambda kind: {"type": list(_SCALAR), "maxLength": kind.limit},
            evidence_kinds.EvidencePath: lambda kind: {"type": list(_SCALAR), "maxLength": kind.limit},
            kinds.Prose: lambda kind: {"type": list(_SCALAR), "maxLength": kinds.LONGEST_PROSE},
            kinds.PlacedText: lambda kind: {"type": list(_SCALAR)},
            kinds.Choice: _choice,
            kinds.ItemNumber: lambda kind: self._item_number(),
            kinds.PlacedItem: lambda kind: self._item_number(),
            kinds.Year: lambda kind: _number(json_patterns.FISCAL_YEAR, 2400, 2999),
            kinds.Day: lambda kind: (
                _text(f"{json_patterns.DAY}|{json_patterns.MONTH}" if kind.months else json_patterns.DAY)
                | {"examples": list(_DAYS)}
            ),
            kinds.Covers: lambda kind: (
                _number(json_patterns.PERIOD, 2400, 2999) | {"examples": ["2568", "2567-10-01..2568-03-31"]}
            ),
            kinds.Score: lambda kind: _number(spelled(kinds.SCORE.pattern), 0, 100) | {"type": ["number", "string"]},
            kinds.Number: lambda kind: _number(
                json_patterns.whole_number(kind.least, kind.most), kind.least, kind.most
            ),
            kinds.Slug: lambda kind: _slug(),
            kinds.PlacedSlug: lambda kind: _slug(),
            contact_kinds.WebAddress: lambda kind: _text(json_patterns.WEB_ADDRESS) | {"examples": ["https://"]},
            evidence_kinds.EvidenceLink: lambda kind: _text(json_patterns.WEB_ADDRESS) | {"examples": ["https://"]},
            site_address.SiteAddress: lambda kind: _text("[Hh][Tt]{2}[Pp][Ss]?://.+") | {"examples": ["https://"]},
            contact_kinds.Email: lambda kind: _text(contact_kinds.EMAIL.pattern),
            contact_kinds.Phone: lambda kind: (
                _text(rf"(?=.*[0-9๐-๙])(?:{spelled(contact_kinds.PHONE.pattern)})") | {"type": ["string", "number"]}
            ),
            area_kinds.PointOnMap: lambda kind: _text(spelled(area_kinds.POSITION.pattern)) | {"examples": [_CENTRE]},
            area_kinds.Corners: lambda kind: _text(spelled(area_kinds.BOUNDS.pattern)) | {"examples": [_CORNERS]},
            reference_kind.About: lambda kind: self._about(),
            results_file.FigureKind: lambda kind: {"type": list(_SCALAR), "maxLength": kinds.TEXT.limit},
            results_file.IndicatorNumber: lambda kind: self._indicator(),
            results_file.QuestionNumber: lambda kind: self._question(),
            results_file.InstrumentCode: lambda kind: self._instrument(),
            catalogue_file.DecimalPlaces: lambda kind: {
                "anyOf": [{"const": "exact"}, _number(json_patterns.whole_number(0, 6), 0, 6)]
            },
            catalogue_file.DayOrMonth: lambda kind: _text(f"{json_patterns.DAY}|{json_patterns.MONTH}"),
        }

    def file(self, title: str, record: Record[Any]) -> Schema:
        """The schema of a whole file."""
        return {"$schema": _DIALECT, "title": title, **self.of(record)}

    def of(self, kind: Kind[Any]) -> Schema:
        """The schema of what stands below a field."""
        return self._kinds[type(kind)](kind)

    def _record(self, record: Record[Any]) -> Schema:
        alone = set(record.exactly_one)
        schema: Schema = {
            "type": "object",
            "properties": {
                name: self._field(field, may_be_empty=not field.required and name not in alone)
                for name, field in record.fields.items()
            },
            "required": [name for name, field in record.fields.items() if field.required],
            "additionalProperties": False,
        }
        if record.exactly_one:
            schema["oneOf"] = [{"required": [name]} for name in record.exactly_one]
        for name, other in record.needs.items():
            present = {"required": [other], "properties": {other: {"not": _NOTHING}}}
            schema.setdefault("dependencies", {})[name] = present
        return schema

    def _field(self, field: Field, *, may_be_empty: bool) -> Schema:
        schema = self.of(field.kind)
        schema = _or_nothing(schema) if may_be_empty else _not_blank(schema)
        return {"title": field.thai, "description": f"{field.thai} · {field.english}", **schema}

    def _list(self, kind: ListOf[Any]) -> Schema:
        item = self.of(kind.item)
        schema: Schema = {"type": "array", "maxItems": kind.limit, "items": _or_nothing(item)}
        return {"anyOf": [item, schema]} if kind.single else schema

    def _table(self, kind: TableOf[Any, Any]) -> Schema:
        value = _or_nothing(self.of(kind.value))
        names = self.of(kind.key)
        if "enum" in names:
            return {"type": "object", "properties": dict.fromkeys(names["enum"], value), "additionalProperties": False}
        return {
            "type": "object",
            "propertyNames": {"pattern": names["pattern"]},
            "additionalProperties": value,
        }

    def _item_number(self) -> Schema:
        items = self._catalogue.items if self._catalogue is not None else ()
        numbers = self._numbers.get(ReferenceKind.ITEM)
        ways = [{"const": item.number, "title": f"{item.number} {item.title}"} for item in items]
        return _ways(ways, _number(json_patterns.item(numbers), 1, len(items) or _MOST_ITEMS))

    def _about(self) -> Schema:
        ways: list[Schema] = []
        if self._catalogue is not None:
            ways = [{"const": str(reference), "title": title} for reference, title in _references(self._catalogue)]
        most = len(self._catalogue.items) if self._catalogue is not None else _MOST_ITEMS
        return _ways(ways, _number(json_patterns.reference(self._numbers), 1, most))

    def _indicator(self) -> Schema:
        if self._catalogue is None:
            return _number(spelled("[0-9]+"), 0, None)
        own = self._catalogue.indicators
        ways = [{"const": int(i.number), "title": f"{i.number} {i.title}"} for i in own if i.number.isdecimal()]
        return _ways(ways, _text("|".join(spelled(indicator.number) for indicator in own)))

    def _question(self) -> Schema:
        questions = self._catalogue.questions if self._catalogue is not None else ()
        ways = [{"const": question.number, "title": f"{question.number} {question.title}"} for question in questions]
        return _ways(ways, _text(json_patterns.question(self._numbers.get(ReferenceKind.QUESTION))))

    def _instrument(self) -> Schema:
        if self._catalogue is None:
            return {"type": list(_SCALAR), "maxLength": kinds.TEXT.limit}
        ways = [{"const": i.code, "title": f"{i.code} {i.title}"} for i in self._catalogue.instruments]
        return _ways(ways, _text("|".join(i.code for i in self._catalogue.instruments)))


def _numbers(catalogue: Catalogue) -> json_patterns.Numbers:
    """The numbers of a catalogue; of a survey without a list of questions every question is accepted, as when read."""
    known: dict[ReferenceKind, Sequence[str]] = {
        kind: sorted(numbers, key=lambda number: (len(number), number))
        for kind, numbers in known_numbers(catalogue).items()
    }
    asked = known[ReferenceKind.QUESTION]
    unlisted = [letter for letter in "ie" if not any(number[0] == letter for number in asked)]
    known[ReferenceKind.QUESTION] = [*asked, *(f"{letter}{number}" for letter in unlisted for number in range(1, 100))]
    return known


def _references(catalogue: Catalogue) -> list[tuple[Reference, str]]:
    found = [(Reference(ReferenceKind.ITEM, item.number), f"{item.number} {item.title}") for item in catalogue.items]
    for indicator in catalogue.indicators:
        found.append((Reference(ReferenceKind.INDICATOR, indicator.number), indicator.title))
        found += [(Reference(ReferenceKind.SUB_INDICATOR, sub.number), sub.title) for sub in indicator.sub_indicators]
    found += [(Reference(ReferenceKind.INSTRUMENT, i.code), i.title) for i in catalogue.instruments]
    found += [(Reference(ReferenceKind.QUESTION, question.number), question.title) for question in catalogue.questions]
    return [*found, (Reference(ReferenceKind.TOTAL, ""), "คะแนนรวม")]


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": whole(pattern)}


def _number(pattern: str, least: int, most: int | None) -> Schema:
    limits = {"minimum": least} if most is None else {"minimum": least, "maximum": most}
    return {"type": ["integer", "string"], **limits, "pattern": whole(pattern)}


def _slug() -> Schema:
    return _number(kinds.SLUG.pattern, 0, None) | {"type": list(_SCALAR), "maxLength": kinds.LONGEST_SLUG}


def _choice(kind: kinds.Choice[Any]) -> Schema:
    words = list(kind.choices)
    return {"enum": words + [value for word, value in (("true", True), ("false", False)) if word in words]}


def _ways(ways: list[Schema], spelling: Schema) -> Schema:
    """The numbers of a catalogue with their titles, which an editor offers, or any other spelling of them."""
    return {"anyOf": [*ways, spelling]} if ways else spelling


def _not_blank(schema: Schema) -> Schema:
    """For a field that must not be left empty: not blank either, where its kind takes any text."""
    types = schema.get("type", ())
    return {**schema, "pattern": r"\S"} if "string" in types and "pattern" not in schema else schema


def _or_nothing(schema: Schema) -> Schema:
    """For a field that may be left empty; a blank text is as good as nothing, as it is to the readers."""
    if schema.keys() & {"enum", "anyOf", "oneOf"}:
        ways = schema.get("anyOf", [schema])
        return {"anyOf": [*ways, {"type": ["null", "string"], "pattern": _BLANK}]}
    types = schema["type"]
    nullable = {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}
    return nullable | {"pattern": f"{schema['pattern']}|{_BLANK}"} if "pattern" in schema else nullable
