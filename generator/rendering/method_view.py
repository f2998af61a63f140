"""How the score of a year is made, from its catalogue."""

from generator.oit.catalogue import Basis, CalendarStep, Catalogue, Instrument, Item
from generator.oit.rollup import worth
from generator.oit.rounding import points, short_points
from generator.rendering import addresses
from generator.rendering.views import (
    BasisView,
    CalendarView,
    Crumb,
    IndexRow,
    MethodView,
    RatingView,
    WeightView,
    WorthRow,
)
from generator.rendering.wording import thai_date, thai_month

_PARTS = {
    "titles": "ชื่อและเลขข้อ",
    "grouping": "การจัดกลุ่มข้อตามตัวชี้วัดย่อย",
    "elements": "องค์ประกอบด้านข้อมูล",
    "questions": "รายการคำถาม",
    "ratings": "ระดับผลการประเมิน",
    "weights": "น้ำหนักคะแนน",
    "calendar": "ปฏิทินการประเมิน",
}
_STEPS = (
    ("sub_indicator", "ตัวชี้วัดย่อย"),
    ("indicator", "ตัวชี้วัด"),
    ("instrument", "แบบวัด"),
    ("total", "คะแนนรวม"),
)


def method_view(catalogue: Catalogue, crosswalks: tuple[Crumb, ...]) -> MethodView:
    """The method of one fiscal year, with what each of its parts rests on. ``crosswalks`` compare its list of items."""
    worths = worth(catalogue)
    return MethodView(
        year=str(catalogue.year),
        title=catalogue.title,
        regulator=catalogue.regulator,
        address=addresses.method(catalogue.year),
        instruments=tuple(_weight(instrument) for instrument in catalogue.instruments),
        ratings=tuple(
            RatingView(r.label, points(r.at_least), "" if r.each_instrument is None else points(r.each_instrument))
            for r in catalogue.ratings
        ),
        pass_line=short_points(catalogue.pass_line),
        met=short_points(catalogue.met),
        unmet=short_points(catalogue.unmet),
        rounding=tuple((words, _rounded(getattr(catalogue.rounding, name))) for name, words in _STEPS),
        worths=tuple(
            WorthRow(sub.number, sub.title, str(len(sub.items)), points(worths[sub.items[0].number]))
            for indicator in catalogue.indicators
            for sub in indicator.sub_indicators
        ),
        bases=tuple(
            BasisView(words, catalogue.basis.get(part, Basis.GUIDANCE).value, catalogue.basis_notes.get(part, ""))
            for part, words in _PARTS.items()
            if part in catalogue.basis
        ),
        calendar=tuple(CalendarView(step.step, _dates(step)) for step in catalogue.calendar),
        sources=catalogue.sources,
        notes=catalogue.notes,
        items=tuple(_item(item) for item in catalogue.items),
        crosswalks=crosswalks,
    )


def _weight(instrument: Instrument) -> WeightView:
    rows: list[tuple[str, str, str]] = []
    for indicator in instrument.indicators:
        if indicator.sub_indicators:
            size = f"{sum(len(sub.items) for sub in indicator.sub_indicators)} ข้อ"
        else:
            size = f"{len(indicator.questions)} คำถาม" if indicator.questions else "ไม่พบรายการคำถาม"
        rows.append((indicator.number, indicator.title, size))
    return WeightView(instrument.code, instrument.title, short_points(instrument.weight), tuple(rows))


def _rounded(places: int | None) -> str:
    return "ไม่ปัดเศษ" if places is None else f"ทศนิยม {places} ตำแหน่ง ปัดครึ่งขึ้น"


def _dates(step: CalendarStep) -> str:
    written = thai_month if step.whole_months else thai_date
    first, last = written(step.start), written(step.until)
    return first if first == last else f"{first} – {last}"


def _item(item: Item) -> IndexRow:
    return IndexRow(item.number, item.title, "", item.basis.value, "", item.sub_indicator)
