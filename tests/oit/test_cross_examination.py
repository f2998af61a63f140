"""What the four published reports say against themselves, found without being told of any of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import assess
from generator.oit.observation import Matter, Observation
from generator.project import Project
from generator.reading.agency_folder import read_agency_folder
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import read_agency_tree, read_inputs

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


def about(found: tuple[Observation, ...], matter: Matter) -> Iterator[Observation]:
    return (one for one in found if one.matter is matter)


def steps(one: Observation) -> list[tuple[str, ...]]:
    return [(note.kind, *note.values) for note in one.steps]


def test_kok_tum_prints_one_indicator_two_ways_and_one_target_two_ways(years: dict[str, AgencyYear]) -> None:
    twice = {str(one.subject): one.printed for one in about(observed(years["kok-tum"]), Matter.PRINTED_TWICE)}

    assert twice == {
        "indicator 9": "73.79 / 53.77",
        "เป้าหมายแผนแม่บท: สัดส่วนหน่วยงานที่ผ่านเกณฑ์ (ร้อยละ)": "84 / 80",
    }


def test_kok_tum_hides_two_zeros_in_indicator_nine_and_one_in_ten(years: dict[str, AgencyYear]) -> None:
    nine, ten = about(observed(years["kok-tum"]), Matter.UNNAMED_ZEROS)

    assert (nine.printed, nine.follows) == ("73.79", "3 1 2")
    assert steps(nine) == [
        (
            "fits",
            "9.1: 9/9 · 9.2: 5/8 · 9.3: 5/7 · 9.4: 3/4 · 9.5: 3/5",
            "(100 + 62.50 + 71.43 + 75 + 60) / 5 = 73.79",
        ),
        (
            "differs",
            "9.1: 9/9 · 9.2: 7/8 · 9.3: 5/7 · 9.4: 2/4 · 9.5: 3/5",
            "(100 + 87.50 + 71.43 + 50 + 60) / 5 = 73.79",
        ),
        (
            "differs",
            "9.1: 9/9 · 9.2: 3/8 · 9.3: 5/7 · 9.4: 4/4 · 9.5: 3/5",
            "(100 + 37.50 + 71.43 + 100 + 60) / 5 = 73.79",
        ),
        ("hides", "9.2 (1), 9.5 (1)"),
    ]
    assert (ten.printed, ten.follows) == ("93.75", "1 1 1")
    assert steps(ten)[-1] == ("hides", "10.1 (1)")


def test_kok_tum_names_a_year_that_is_not_the_reports(years: dict[str, AgencyYear]) -> None:
    (one,) = about(observed(years["kok-tum"]), Matter.YEAR)

    assert (one.printed, one.follows) == ("2566", "2565")


def test_che_bilang_has_two_structures_for_one_score_and_another_towns_name(years: dict[str, AgencyYear]) -> None:
    found = observed(years["che-bilang"])
    ten = next(one for one in about(found, Matter.UNNAMED_ZEROS) if str(one.subject) == "indicator 10")

    assert ten.printed == "33.34"
    assert [note[1:] for note in steps(ten)] == [
        ("10.1: 4/6 · 10.2: 0/4", "(66.67 + 0) / 2 = 33.34"),
        ("10.1: 1/6 · 10.2: 2/4", "(16.67 + 50) / 2 = 33.34"),
    ]
    assert [str(one.subject) for one in about(found, Matter.NAME)] == ["เทศบาลตำบลบางหญ้าแพรก"]


def test_another_towns_name_is_found_where_nobody_recorded_it(years: dict[str, AgencyYear]) -> None:
    year = years["che-bilang"]
    assert year.measures is not None
    unrecorded = year._replace(measures=year.measures._replace(names=()))

    (one,) = about(observed(unrecorded), Matter.NAME)

    assert str(one.subject) == "เทศบาลตำบลบางหญ้าแพรก"
    assert "ณ ที่ตั้งเทศบาลตำบลบางหญ้าแพรก" in one.places[0]


def test_no_rounding_and_no_choice_of_values_explains_the_total_of_phok_noi(years: dict[str, AgencyYear]) -> None:
    (total,) = about(observed(years["phok-noi"]), Matter.TOTAL)

    assert (total.printed, total.follows) == ("93.95", "93.94")
    assert steps(total)[-3:] == [
        ("sum", "93.9860 × 30% + 89.9733 × 30% + 96.8750 × 40% = 93.9378"),
        ("decimals", "93.9328", "93.9428", "no"),
        ("choices", "16", "91.59", "93.94", "no"),
    ]


def test_phok_noi_prints_four_indicators_two_ways(years: dict[str, AgencyYear]) -> None:
    twice = {str(one.subject): one.printed for one in about(observed(years["phok-noi"]), Matter.PRINTED_TWICE)}

    assert twice == {
        "indicator 4": "98.33 / 89.31",
        "indicator 7": "89.70 / 88.82",
        "indicator 8": "88.50 / 83.83",
        "indicator 10": "93.75 / 87.50",
    }


def test_a_sentence_of_phok_noi_is_refuted_by_its_table(years: dict[str, AgencyYear]) -> None:
    (claim,) = about(observed(years["phok-noi"]), Matter.CLAIM)

    assert claim.follows == "indicators failed 1"
    assert steps(claim) == [("sum", "indicator 5: 78.20 < 85"), ("sum", "9 ≥ 85, 1 < 85")]


def test_kut_chik_is_called_by_two_other_names_and_put_in_another_district(years: dict[str, AgencyYear]) -> None:
    names = {(one.printed, str(one.subject)) for one in about(observed(years["kut-chik"]), Matter.NAME)}

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
