"""What the four published reports say against themselves, found without being told of any of it."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.arithmetic import (
    CountAgainstLine,
    HiddenZeros,
    ItemPattern,
    PrintedChoices,
    ScoreAgainstLine,
    SubIndicatorItems,
    UnprintedDecimals,
    WeightedSum,
)
from generator.oit.assessment import assess
from generator.oit.observation import (
    ClaimRefuted,
    Observation,
    OtherName,
    PrintedTwice,
    TotalDiffers,
    UnnamedZeros,
    YearDiffers,
)
from generator.oit.observation_report import value_text
from generator.oit.result import Quantity
from generator.oit.rounding import points
from generator.project import Project
from generator.reading.agency_folder import read_agency_folder
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import read_agency_tree, read_inputs

Kind = TypeVar("Kind", bound=Observation)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def years() -> dict[str, AgencyYear]:
    """The one year of each shipped municipality."""
    project = Project(str(ROOT), str(ROOT / "build"))
    report = Report()
    inputs = read_inputs(project, report)
    assert inputs is not None
    catalogues = read_catalogues(inputs.catalogues, report)
    found: dict[str, AgencyYear] = {}
    for slug in inputs.agencies:
        read = read_agency_folder(slug, f"content/{slug}", read_agency_tree(project, slug, report), catalogues, report)
        assert read is not None, report.diagnostics
        found[slug] = read[1][0]
    return found


def observed(year: AgencyYear) -> tuple[Observation, ...]:
    return assess(year).observations


def about(found: tuple[Observation, ...], kind: type[Kind]) -> Iterator[Kind]:
    return (one for one in found if isinstance(one, kind))


def twice(year: AgencyYear) -> dict[str, tuple[str, ...]]:
    """The values printed for each figure that is printed in more than one way."""
    return {str(one.figure): tuple(map(value_text, one.values)) for one in about(observed(year), PrintedTwice)}


def met(one: UnnamedZeros) -> list[tuple[bool, list[int]]]:
    """How many items each pattern has in each sub-indicator, and whether it fits."""
    patterns = [step for step in one.steps if isinstance(step, ItemPattern)]
    return [(pattern.fits, [group.met for group in pattern.groups]) for pattern in patterns]


def test_kok_tum_prints_one_indicator_two_ways_and_one_target_two_ways(years: dict[str, AgencyYear]) -> None:
    assert twice(years["kok-tum"]) == {
        "indicator 9": ("73.79", "53.77"),
        "เป้าหมายแผนแม่บท: สัดส่วนหน่วยงานที่ผ่านเกณฑ์ (ร้อยละ)": ("84", "80"),
    }


def test_kok_tum_hides_two_zeros_in_indicator_nine_and_one_in_ten(years: dict[str, AgencyYear]) -> None:
    nine, ten = about(observed(years["kok-tum"]), UnnamedZeros)

    assert (points(nine.stated), nine.patterns, nine.fitting, nine.zeros) == ("73.79", 3, 1, 2)
    assert met(nine) == [(True, [9, 5, 5, 3, 3]), (False, [9, 7, 5, 2, 3]), (False, [9, 3, 5, 4, 3])]
    assert nine.steps[-1] == HiddenZeros((SubIndicatorItems("9.2", 1), SubIndicatorItems("9.5", 1)))
    assert (points(ten.stated), ten.patterns, ten.fitting, ten.zeros) == ("93.75", 1, 1, 1)
    assert ten.steps[-1] == HiddenZeros((SubIndicatorItems("10.1", 1),))


def test_kok_tum_names_a_year_that_is_not_the_reports(years: dict[str, AgencyYear]) -> None:
    (one,) = about(observed(years["kok-tum"]), YearDiffers)

    assert (one.stated, one.year) == ("2566", 2565)


def test_che_bilang_has_two_structures_for_one_score_and_another_towns_name(years: dict[str, AgencyYear]) -> None:
    found = observed(years["che-bilang"])
    ten = next(one for one in about(found, UnnamedZeros) if str(one.about) == "indicator 10")

    assert points(ten.stated) == "33.34"
    assert [counts for _, counts in met(ten)] == [[4, 0], [1, 2]]
    assert [one.name for one in about(found, OtherName)] == ["เทศบาลตำบลบางหญ้าแพรก"]


def test_another_towns_name_is_found_where_nobody_recorded_it(years: dict[str, AgencyYear]) -> None:
    year = years["che-bilang"]
    assert year.measures is not None
    unrecorded = year._replace(measures=year.measures._replace(names=()))

    (one,) = about(observed(unrecorded), OtherName)

    assert one.name == "เทศบาลตำบลบางหญ้าแพรก"
    assert "ณ ที่ตั้งเทศบาลตำบลบางหญ้าแพรก" in one.places[0]


def test_no_rounding_and_no_choice_of_values_explains_the_total_of_phok_noi(years: dict[str, AgencyYear]) -> None:
    (total,) = about(observed(years["phok-noi"]), TotalDiffers)

    assert (points(total.stated), points(total.found)) == ("93.95", "93.94")
    weighted, decimals, choices = total.steps[-3:]
    assert isinstance(weighted, WeightedSum)
    assert isinstance(decimals, UnprintedDecimals)
    assert isinstance(choices, PrintedChoices)
    assert [points(part.score, 4) for part in weighted.parts] == ["93.9860", "89.9733", "96.8750"]
    assert points(weighted.value, 4) == "93.9378"
    assert (points(decimals.least, 4), points(decimals.most, 4), decimals.explains) == ("93.9328", "93.9428", False)
    assert (choices.choices, points(choices.least), points(choices.most)) == (16, "91.59", "93.94")
    assert not choices.reaches


def test_phok_noi_prints_four_indicators_two_ways(years: dict[str, AgencyYear]) -> None:
    assert twice(years["phok-noi"]) == {
        "indicator 4": ("98.33", "89.31"),
        "indicator 7": ("89.70", "88.82"),
        "indicator 8": ("88.50", "83.83"),
        "indicator 10": ("93.75", "87.50"),
    }


def test_a_sentence_of_phok_noi_is_refuted_by_its_table(years: dict[str, AgencyYear]) -> None:
    (claim,) = about(observed(years["phok-noi"]), ClaimRefuted)

    assert [(examined.claim.figure, examined.found) for examined in claim.claims] == [
        (Quantity.PASSED, None),
        (Quantity.FAILED, 1),
    ]
    below, count = claim.steps
    assert isinstance(below, ScoreAgainstLine)
    assert (str(below.of), points(below.score), below.line) == ("indicator 5", "78.20", Fraction(85))
    assert count == CountAgainstLine(9, 1, below.line)


def test_kut_chik_is_called_by_two_other_names_and_put_in_another_district(years: dict[str, AgencyYear]) -> None:
    names = {(one.kind, one.name) for one in about(observed(years["kut-chik"]), OtherName)}

    assert names == {
        ("agency", "เทศบาลตำบลกุฉินทิม"),
        ("agency", "เทศบาลตำบลกุฉินาร"),
        ("district", "สว่างแดนดิน"),
    }


def test_a_report_that_agrees_with_itself_is_left_in_peace(years: dict[str, AgencyYear]) -> None:
    year = years["phok-noi"]
    results = year.results
    assert results is not None
    assert results.total is not None
    consistent = year._replace(
        results=results._replace(
            total=results.total._replace(score=results.total.score.__class__("93.94")), printed=(), statements=()
        ),
        measures=None,
    )

    assert observed(consistent) == ()
