"""Words with a fixed meaning: the values that the guides explain are those that the code knows."""

from generator.oit.assessment import MOMENTARY_KINDS
from generator.oit.catalogue import Basis
from generator.oit.period import PeriodRule

from .documents import document, rows


def _first_column(heading: str) -> list[str]:
    return [row[0].strip("`") for row in rows(document("catalogues.md").section(heading))]


def test_every_basis_is_explained() -> None:
    assert _first_column("ความน่าเชื่อถือ · Basis") == [basis.value for basis in Basis]


def test_every_period_is_explained() -> None:
    section = _first_column("ช่วงเวลาที่หลักฐานต้องครอบคลุม · Periods")

    assert sorted(section) == sorted(rule.value for rule in PeriodRule)


def test_the_kinds_of_passing_events_are_named() -> None:
    section = document("catalogues.md").section("ช่วงเวลาที่หลักฐานต้องครอบคลุม · Periods")

    assert [kind for kind in MOMENTARY_KINDS if f"`{kind}`" not in section] == []
