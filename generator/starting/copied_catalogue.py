"""A list of items for a year that none is known of: copied from another year and marked as not confirmed."""

from collections.abc import Iterator

from generator.oit.catalogue import Basis, Catalogue, Element, Indicator, Instrument, Item, NilRule, Question
from generator.reading.yaml_text import scalar

PARTS = ("titles", "grouping", "ratings", "weights", "elements")
_NOTE = "คัดลอกจากรายการปี {former} ยังไม่มีแหล่งของปี {year} ยืนยัน"
_HEAD = """\
# รายการข้อ O ของปีงบประมาณ พ.ศ. {year} คัดลอกจากปี {former} และยังไม่มีแหล่งยืนยัน ทุกส่วนจึงเป็นแนวทาง (guidance)
# เมื่อมีประกาศของปี {year} ให้แก้ตามประกาศ แล้วเปลี่ยน guidance เป็น rule เฉพาะส่วนที่ประกาศยืนยัน
# The list of fiscal year {year}, copied from {former} and not confirmed: all of it is guidance.
# Correct it by the announcement of {year}, then change guidance to rule where the announcement confirms it.
"""


def copied_catalogue(catalogue: Catalogue, year: int) -> bytes:
    """The text of a catalogue of ``year`` that asks what another asks. Its calendar is left out: days do not recur."""
    note = _NOTE.format(former=catalogue.year, year=year)
    rounding = catalogue.rounding
    lines = [
        f"scheme: {catalogue.scheme}",
        f"year: {year}",
        f"title: {scalar(_of_year(catalogue.title, catalogue.year, year))}",
        *([f"regulator: {scalar(catalogue.regulator)}"] if catalogue.regulator else []),
        "basis:",
        *(f"  {part}: {Basis.GUIDANCE.value}" for part in PARTS),
        "basis_notes:",
        *(f"  {part}: {note}" for part in PARTS),
        f"rounding: {{subindicator: {_places(rounding.sub_indicator)}, indicator: {_places(rounding.indicator)},"
        f" instrument: {_places(rounding.instrument)}, total: {_places(rounding.total)}}}",
        f"pass_line: {catalogue.pass_line}",
        f"item_scores: {{met: {catalogue.met}, unmet: {catalogue.unmet}}}",
        "ratings:",
        *_ratings(catalogue),
        f"local_government: [{', '.join(sorted(catalogue.local_government))}]",
        "instruments:",
        *(line for instrument in catalogue.instruments for line in _instrument(instrument)),
        "sources:",
        f"  - {scalar(f'รายการข้อ O ของปีงบประมาณ พ.ศ. {catalogue.year}')}",
        "notes:",
        f"  - {note}",
    ]
    return (_HEAD.format(year=year, former=catalogue.year) + "\n".join(lines) + "\n").encode()


def _of_year(title: str, former: int, year: int) -> str:
    return title.replace(str(former), str(year))


def _places(places: int | None) -> str:
    return "exact" if places is None else str(places)


def _ratings(catalogue: Catalogue) -> Iterator[str]:
    for rating in catalogue.ratings:
        yield f"  - label: {scalar(rating.label)}"
        if rating.label_en:
            yield f"    label_en: {scalar(rating.label_en)}"
        yield f"    at_least: {rating.at_least}"
        if rating.each_instrument is not None:
            yield f"    each_instrument: {rating.each_instrument}"


def _titled(depth: int, number: tuple[str, str], title: str, title_en: str) -> Iterator[str]:
    """The first lines of a numbered part, as an entry of a list."""
    name, value = number
    indent = "  " * depth
    yield f"{indent}- {name}: {scalar(value) if value[0].isalpha() else value}"
    yield f"{indent}  title: {scalar(title)}"
    if title_en:
        yield f"{indent}  title_en: {scalar(title_en)}"


def _instrument(instrument: Instrument) -> Iterator[str]:
    yield from _titled(1, ("code", instrument.code), instrument.title, instrument.title_en)
    yield f"    weight: {instrument.weight}"
    yield f"    basis: {Basis.GUIDANCE.value}"
    yield "    indicators:"
    for indicator in instrument.indicators:
        yield from _indicator(indicator)


def _indicator(indicator: Indicator) -> Iterator[str]:
    yield from _titled(3, ("no", indicator.number), indicator.title, indicator.title_en)
    if indicator.questions:
        yield "        questions:"
        for question in indicator.questions:
            yield from _question(question)
    if indicator.sub_indicators:
        yield "        sub_indicators:"
    for sub in indicator.sub_indicators:
        yield from _titled(5, ("no", sub.number), sub.title, sub.title_en)
        yield "            items:"
        for item in sub.items:
            yield from _item(item)


def _question(question: Question) -> Iterator[str]:
    yield from _titled(5, ("no", question.number), question.title, "")
    if question.negative:
        yield "            negative: yes"
    if question.parts:
        yield "            parts: yes"
    if question.helped_by:
        yield f"            helped_by: [{', '.join(question.helped_by)}]"


def _item(item: Item) -> Iterator[str]:
    yield from _titled(7, ("no", item.number), item.title, item.title_en)
    indent = " " * 16
    if item.variants:
        yield f"{indent}variants: [{', '.join(scalar(variant) for variant in item.variants)}]"
    yield f"{indent}topics: [{', '.join(item.topics)}]"
    if item.kind:
        yield f"{indent}kind: {scalar(item.kind)}"
    yield f"{indent}placement: {item.placement}"
    yield f"{indent}period: {item.period.value}"
    yield f"{indent}period_basis: {Basis.GUIDANCE.value}"
    if item.due_hint:
        yield f"{indent}due_hint: {scalar(item.due_hint)}"
    yield f"{indent}basis: {Basis.GUIDANCE.value}"
    yield f"{indent}nil: {_nil(item.nil)}"
    if item.elements:
        yield f"{indent}elements:"
        for element in item.elements:
            yield f"{indent}  - {_element(element)}"


def _nil(nil: NilRule) -> str:
    allowed = "unknown" if nil.allowed is None else "yes" if nil.allowed else "no"
    scope = ", scope: month" if nil.months else ""
    elements = f", elements: [{', '.join(map(str, nil.elements))}]" if nil.elements else ""
    return f"{{allowed: {allowed}{scope}{elements}, basis: {Basis.GUIDANCE.value}}}"


def _element(element: Element) -> str:
    only = f", only_for: {element.only_for}" if element.only_for else ""
    return f"{{no: {element.number}, text: {scalar(element.text)}{only}}}"
