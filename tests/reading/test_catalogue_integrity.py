"""The shipped catalogues, and a hundred ways to break each of them: every one is told, and nothing is read."""

import datetime
import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from tables import every_row

import generator
from generator.diagnostics import Diagnostic, Report
from generator.oit.catalogue import CalendarKey, Catalogue
from generator.oit.period import Period
from generator.reading.catalogue_file import read_catalogue
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import CatalogueSource

Tree = dict[str, Any]
FOLDER = Path(generator.__file__).parent / "catalogues"
YEARS = tuple(range(2563, 2570))
DIGESTS = {
    2563: "24ede9d9aea7f04c",
    2564: "411485aa55866dd0",
    2565: "eece60afea2918fc",
    2566: "48478b2478bb7899",
    2567: "3f28d7d417dffbb8",
    2568: "a8899cc2ecf6d601",
    2569: "1d647a08a894b211",
}
"""What is shipped, letter for letter: whoever changes a catalogue changes this too, and so looks twice."""


@cache
def shipped(year: int) -> str:
    """A shipped catalogue as JSON, to be changed in copies."""
    return json.dumps(yaml.load((FOLDER / f"oit-{year}.yaml").read_bytes(), yaml.BaseLoader), ensure_ascii=False)


def read(tree: Tree) -> tuple[Catalogue | None, list[Diagnostic]]:
    report = Report()
    catalogue = read_catalogue(json.dumps(tree, ensure_ascii=False).encode(), "a.yaml", report)
    return catalogue, report.sorted()


@every_row("year", YEARS)
def test_a_shipped_catalogue_is_sound_and_as_it_was_shipped(year: int) -> None:
    data = (FOLDER / f"oit-{year}.yaml").read_bytes()
    report = Report()
    catalogue = read_catalogue(data, "a.yaml", report)
    assert report.diagnostics == []
    assert catalogue is not None
    assert catalogue.year == year
    assert hashlib.sha256(data).hexdigest()[:16] == DIGESTS[year]


def test_every_shipped_catalogue_is_known_here() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.yaml")) == [f"oit-{year}.yaml" for year in YEARS]


# The ways to break one: a name, the codes that may be told, and the change.

FOLLOWING = {"OIT603", "OIT604", "OIT606", "OIT611"}
"""What else may follow from it: an item taken out leaves a gap, and perhaps a question without help."""

Change = Callable[[Tree], object]
Way = tuple[str, set[str], Change]


def oit(tree: Tree) -> Tree:
    """The instrument that holds the items."""
    found: Tree = next(i for i in tree["instruments"] if any("sub_indicators" in x for x in i["indicators"]))
    return found


def subs(tree: Tree) -> list[Tree]:
    return [sub for indicator in oit(tree)["indicators"] for sub in indicator["sub_indicators"]]


def items(tree: Tree) -> list[Tree]:
    return [item for sub in subs(tree) for item in sub["items"]]


def indicators(tree: Tree) -> list[Tree]:
    return [indicator for instrument in tree["instruments"] for indicator in instrument["indicators"]]


def questions(tree: Tree) -> list[Tree]:
    return [question for indicator in indicators(tree) for question in indicator.get("questions", [])]


RECORDS: dict[str, tuple[Callable[[Tree], list[Tree]], tuple[str, ...]]] = {
    "catalogue": (lambda tree: [tree], ("scheme", "year", "title", "rounding", "pass_line", "ratings", "instruments")),
    "rounding": (lambda tree: [tree["rounding"]], ("subindicator", "indicator", "instrument", "total")),
    "rating": (lambda tree: tree["ratings"], ("label", "at_least")),
    "instrument": (lambda tree: tree["instruments"], ("code", "title", "weight", "indicators")),
    "indicator": (indicators, ("no", "title")),
    "sub-indicator": (subs, ("no", "title", "items")),
    "item": (items, ("no", "title", "topics", "period")),
    "element": (lambda tree: [e for item in items(tree) for e in item.get("elements", [])], ("no", "text")),
    "question": (questions, ("no", "title")),
    "step": (lambda tree: tree.get("calendar", []), ("step", "from", "until")),
}
"""Every kind of record with the fields it must have."""


def ways(tree: Tree) -> Iterator[Way]:
    """All ways that apply to a catalogue."""
    for name, (records, required) in RECORDS.items():
        count = len(records(tree))
        for position in sorted({0, count - 1}) if count else ():
            for field in required:
                yield f"{name} {position} without {field}", {"OIT202"}, in_record(records, position, drop(field))
            yield f"{name} {position} with another field", {"OIT201"}, in_record(records, position, put("extra", "x"))
    yield from values(tree)
    yield from order(tree)
    yield from structure(tree)


def in_record(records: Callable[[Tree], list[Tree]], position: int, change: Change) -> Change:
    return lambda tree: change(records(tree)[position])


def drop(field: str) -> Change:
    return lambda record: record.pop(field)


def put(field: str, value: Any) -> Change:
    return lambda record: record.update({field: value})


def values(tree: Tree) -> Iterator[Way]:
    """Values that a field does not take."""
    for value in ("2024", "๒๐๒๔", "67", "x"):
        yield f"year {value}", {"OIT207"}, put("year", value)
    for value in ("101", "-1", "x", "8 5"):
        yield f"pass line {value}", {"OIT209"}, put("pass_line", value)
    for value in ("7", "x", "-1", "1.5"):
        yield f"rounding to {value}", {"OIT210"}, in_record(RECORDS["rounding"][0], 0, put("total", value))
    yield "scheme", {"OIT216"}, put("scheme", "NACC ITA")
    yield "period", {"OIT203"}, in_record(items, 0, put("period", "monthly"))
    yield "basis", {"OIT203"}, in_record(items, 0, put("basis", "sure"))
    yield "placement", {"OIT203"}, in_record(items, -1, put("placement", "anywhere"))
    yield "kind of agency", {"OIT203"}, put("local_government", ["town"])
    yield "basis of a part", {"OIT203"}, put("basis", {"title": "rule"})
    yield "topic", {"OIT216"}, in_record(items, 0, put("topics", ["โครงสร้าง"]))
    yield "item number", {"OIT206"}, in_record(items, 0, put("no", "first"))
    yield "element number", {"OIT210"}, in_record(items, 0, put("elements", [{"no": "๑", "text": "x"}]))
    yield "items as a text", {"OIT204"}, in_record(subs, 0, put("items", "O1"))
    yield "ratings as fields", {"OIT204"}, put("ratings", {"A": "95"})
    yield "item scores alike", {"OIT613"}, put("item_scores", {"met": "100", "unmet": "100"})
    yield "item scores the wrong way round", {"OIT613"}, put("item_scores", {"met": "0", "unmet": "100"})
    step = {"step": "x", "from": f"{tree['year']}-03-01", "until": f"{tree['year']}-02-01"}
    yield "a step that ends before it begins", {"OIT317"}, put("calendar", [step])
    yield "a step of no known kind", {"OIT203"}, put("calendar", [{**step, "key": "answers"}])
    yield "a step on no day", {"OIT208"}, put("calendar", [{**step, "until": f"{tree['year']}-02-30"}])


def order(tree: Tree) -> Iterator[Way]:
    """Numbers and codes that come twice, are left out or stand elsewhere."""
    numbered = (("instrument", RECORDS["instrument"][0], "code"), ("indicator", indicators, "no"),
                ("sub-indicator", subs, "no"), ("item", items, "no"), ("question", questions, "no"))  # fmt: skip
    for name, records, field in numbered:
        count = len(records(tree))
        for position in sorted({1, count // 2, count - 1}) if count else ():
            first = records(tree)[0][field]
            yield (
                f"{name} {position} numbered like the first",
                {"OIT602"},
                in_record(records, position, put(field, first)),
            )
        if count and name != "instrument":
            swapped = records(tree)[count // 2 - 1][field], records(tree)[count // 2][field]

            def swap(tree: Tree, records: Any = records, field: str = field, pair: tuple[str, str] = swapped) -> None:
                low = next(record for record in records(tree) if record[field] == pair[0])
                high = next(record for record in records(tree) if record[field] == pair[1])
                low[field], high[field] = high[field], low[field]

            yield f"two {name}s swapped", {"OIT604"}, swap
            yield f"{name} with a number that is none", {"OIT604", "OIT206"}, in_record(records, 0, put(field, "x9"))
    for position in (0, 1, len(subs(tree)) - 1):
        left = in_record(subs, position, lambda sub: sub["items"].pop(0))
        yield f"the first item of group {position} left out", {"OIT604"}, left
    if questions(tree):
        yield (
            "a question left out",
            {"OIT604"},
            lambda tree: next(i["questions"] for i in indicators(tree) if i.get("questions")).pop(0),
        )
        yield (
            "a question helped by no item",
            {"OIT606"},
            in_record(questions, 0, put("helped_by", ["nothing-of-the-kind"])),
        )
    for position, item in enumerate(items(tree)):
        if len(item.get("elements", [])) > 1:
            yield (
                "elements in another order",
                {"OIT607"},
                in_record(items, position, lambda item: item["elements"].reverse()),
            )
            yield "an element left out", {"OIT607"}, in_record(items, position, lambda item: item["elements"].pop(0))
            yield (
                "an element twice",
                {"OIT607"},
                in_record(items, position, lambda item: item["elements"].append(item["elements"][0])),
            )
            break


def remove(position: int, tree: Tree) -> None:
    tree["instruments"].pop(position)


def structure(tree: Tree) -> Iterator[Way]:
    """Weights, groups and levels that do not hold together."""
    instruments = RECORDS["instrument"][0]
    for position, instrument in enumerate(tree["instruments"]):
        heavier = str(int(instrument["weight"]) + 1)
        yield f"weight {position}", {"OIT601"}, in_record(instruments, position, put("weight", heavier))
        yield f"weight {position} in words", {"OIT209"}, in_record(instruments, position, put("weight", "x"))
        yield f"without instrument {position}", {"OIT601", "OIT604"}, partial(remove, position)
    yield "no instruments", {"OIT601"}, put("instruments", [])
    yield "a group without items", {"OIT603"}, in_record(subs, -1, put("items", []))
    yield "an item without topics", {"OIT608"}, in_record(items, 0, put("topics", []))
    yield "no group at all", {"OIT603"}, lambda tree: [i.update(sub_indicators=[]) for i in oit(tree)["indicators"]]
    yield (
        "an indicator without groups",
        {"OIT611"},
        lambda tree: oit(tree)["indicators"][-1].update(sub_indicators=[]),
    )
    yield (
        "an indicator with groups and questions",
        {"OIT609", "OIT604"},
        lambda tree: oit(tree)["indicators"][0].update(questions=[{"no": "e99", "title": "x"}]),
    )
    yield (
        "items in two instruments",
        {"OIT612", "OIT604"},
        lambda tree: tree["instruments"][0]["indicators"][0].update(
            questions=[], sub_indicators=[{"no": "1.1", "title": "x", "items": [dict(items(tree)[0], no="O99")]}]
        ),
    )
    yield (
        "two hundred and one items",
        {"OIT117"},
        lambda tree: subs(tree)[-1]["items"].extend(
            dict(items(tree)[0], no=f"O{n}") for n in range(len(items(tree)) + 1, 202)
        ),
    )
    yield "ratings upside down", {"OIT605"}, lambda tree: tree["ratings"].reverse()
    yield "no ratings", {"OIT605"}, put("ratings", [])
    yield "no rating down to nothing", {"OIT605"}, lambda tree: tree["ratings"].pop()
    yield "a rating twice", {"OIT605"}, lambda tree: tree["ratings"].append(tree["ratings"][-1])
    yield (
        "the last rating with a condition",
        {"OIT605"},
        lambda tree: tree["ratings"][-1].update(each_instrument="50"),
    )
    yield "a rating above the first", {"OIT605"}, lambda tree: tree["ratings"][-2].update(at_least="99")


@pytest.mark.parametrize("year", [YEARS[-1], *(pytest.param(year, marks=pytest.mark.sweep) for year in YEARS[:-1])])
def test_a_hundred_ways_to_break_a_catalogue_are_all_told(year: int) -> None:
    count = 0
    for name, codes, change in ways(json.loads(shipped(year))):
        tree = json.loads(shipped(year))
        change(tree)
        catalogue, told = read(tree)
        assert catalogue is None, name
        assert {d.code for d in told} & codes, (name, told)
        assert {d.code for d in told} <= codes | FOLLOWING, (name, told)
        assert all(d.severity == "error" and d.span.line == 1 for d in told), (name, told)
        count += 1
    assert count >= 100


# Places: what is told points at the part that is wrong.

SMALL = """\
scheme: x
year: 2567
title: t
rounding: {subindicator: 2, indicator: 2, instrument: exact, total: 2}
pass_line: 85
ratings:
  - {label: A, at_least: 85}
  - {label: B, at_least: 0}
instruments:
  - code: IIT
    title: t
    weight: 30
    indicators:
      - no: 1
        title: t
        questions:
          - {no: i1, title: t}
          - {no: i2, title: t, helped_by: [a, b]}
  - code: OIT
    title: t
    weight: 70
    indicators:
      - no: 2
        title: t
        sub_indicators:
          - no: 2.1
            title: t
            items:
              - {no: O1, title: t, topics: [a], period: current}
              - {no: O2, title: t, topics: [b], period: current, elements: [{no: 1, text: t}]}
          - no: 2.2
            title: t
            items:
              - {no: O3, title: t, topics: [b], period: current}
"""
PLACES = [
    ("weight: 70", "weight: 71", "OIT601", (9, 1)),
    ("code: OIT", "code: IIT", "OIT602", (19, 11)),
    ("no: 2\n", "no: 1\n", "OIT602", (23, 13)),
    ("no: 2\n", "no: 3\n", "OIT604", (23, 13)),
    ("no: 2.2", "no: 2.1", "OIT602", (31, 17)),
    ("no: 2.2", "no: 2.3", "OIT604", (31, 17)),
    ("no: 2.2", "no: 1.2", "OIT604", (31, 17)),
    ("no: O3", "no: O1", "OIT602", (34, 22)),
    ("no: O3", "no: O4", "OIT604", (34, 22)),
    ("no: i2", "no: i1", "OIT602", (18, 18)),
    ("no: i2", "no: i3", "OIT604", (18, 18)),
    ("no: i2", "no: x2", "OIT604", (18, 18)),
    ("helped_by: [a, b]", "helped_by: [a, c]", "OIT606", (18, 47)),
    ("elements: [{no: 1,", "elements: [{no: 2,", "OIT607", (30, 22)),
    ("O3, title: t, topics: [b]", "O3, title: t, topics: []", "OIT608", (34, 22)),
    ("at_least: 0", "at_least: 1", "OIT605", (8, 26)),
    ("at_least: 85", "at_least: 0", "OIT605", (8, 26)),
    ("pass_line: 85", "pass_line: 85\nitem_scores: {met: 1, unmet: 1}", "OIT613", (6, 1)),
    ("scheme: x", "scheme: x\ncalendar: [{step: s, from: 2567-02, until: 2567-01}]", "OIT317", (2, 44)),
]  # fmt: skip


@every_row(("part", "instead", "code", "place"), PLACES)
def test_what_is_wrong_is_told_where_it_stands(part: str, instead: str, code: str, place: tuple[int, int]) -> None:
    assert SMALL.count(part) == 1
    report = Report()
    assert read_catalogue(SMALL.replace(part, instead).encode(), "a.yaml", report) is None
    assert [(d.code, d.span.line, d.span.column) for d in report.sorted()] == [(code, *place)]


def test_a_step_may_begin_on_a_day_of_the_month_it_ends_in() -> None:
    report = Report()
    calendar = "calendar: [{key: answering, step: s, from: 2567-02-15, until: 2567-02}]"
    read = read_catalogue(SMALL.replace("scheme: x", f"scheme: x\n{calendar}").encode(), "a.yaml", report)
    assert report.diagnostics == []
    assert read is not None
    (step,) = read.calendar
    assert (step.key, step.begins.is_day, step.ends) == (
        CalendarKey.ANSWERING,
        True,
        Period(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)),
    )


def test_the_small_catalogue_is_sound() -> None:
    report = Report()
    assert read_catalogue(SMALL.encode(), "a.yaml", report) is not None
    assert report.diagnostics == []


def test_a_part_that_cannot_be_read_is_told_once_and_not_missed_as_well() -> None:
    report = Report()
    data = SMALL.replace("no: O2, title: t, topics: [b], period: current", "no: O2, title: t, topics: [b], period: now")
    assert read_catalogue(data.encode(), "a.yaml", report) is None
    assert [(d.code, d.span.line) for d in report.diagnostics] == [("OIT203", 30)]


# Two catalogues of one year.


def source(text: str, path: str, *, is_shipped: bool = False) -> CatalogueSource:
    return CatalogueSource(path, text.encode(), is_shipped)


def test_a_projects_own_catalogue_stands_in_for_the_shipped_one() -> None:
    report = Report()
    own = SMALL.replace("title: t\nrounding", "title: own\nrounding")
    found = read_catalogues([source(SMALL, "oit-2567.yaml", is_shipped=True), source(own, "own.yaml")], report)
    assert found[2567].title == "own"
    assert report.diagnostics == []


def test_two_catalogues_of_its_own_for_one_year_are_refused() -> None:
    report = Report()
    read_catalogues([source(SMALL, "a.yaml"), source(SMALL, "b.yaml")], report)
    assert [(d.code, d.span.path, d.param("first")) for d in report.diagnostics] == [("OIT610", "b.yaml", "a.yaml")]
