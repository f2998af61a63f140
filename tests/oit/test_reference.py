"""How the numbered things of a catalogue are named, and what a report says of them."""

from decimal import Decimal

from tables import every_row

from generator.oit.reference import Reference, ReferenceKind
from generator.reading.reference_kind import reference_from

from .builders import indicators, items, report_of


@every_row(
    ("kind", "number", "text"),
    [
        (ReferenceKind.TOTAL, "", "total"),
        (ReferenceKind.INSTRUMENT, "IIT", "instrument IIT"),
        (ReferenceKind.INDICATOR, "9", "indicator 9"),
        (ReferenceKind.SUB_INDICATOR, "9.10", "sub-indicator 9.10"),
        (ReferenceKind.ITEM, "O12", "O12"),
        (ReferenceKind.QUESTION, "i20", "i20"),
    ],
)
def test_a_reference_is_written_as_an_officer_writes_it(kind: ReferenceKind, number: str, text: str) -> None:
    assert str(Reference(kind, number)) == text
    assert reference_from(text) == Reference(kind, number)


def test_a_report_is_asked_for_a_score_by_its_number() -> None:
    report = report_of(indicators=indicators({"9": "73.79"}), items=items(0, "O12"))
    assert (report.item_score("O12"), report.item_score("O13")) == (Decimal(0), None)
    assert (report.indicator_score("9"), report.indicator_score("10")) == (Decimal("73.79"), None)
