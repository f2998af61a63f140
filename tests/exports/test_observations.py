"""What a report says against itself, as data: every value in a field of its own, as a number where it is one."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.diagnostics import Span
from generator.exports.observation_data import observation_data, step_data
from generator.oit.arithmetic import (
    Arithmetic,
    CountAgainstLine,
    GroupSizes,
    HiddenZeros,
    ItemPattern,
    MeanOfParts,
    MorePatterns,
    PrintedChoices,
    ScoreAgainstLine,
    SubIndicatorItems,
    SubIndicatorMet,
    UnprintedDecimals,
    WeightedPart,
    WeightedSum,
)
from generator.oit.observation import (
    ClaimRefuted,
    ExaminedClaim,
    ImpossibleScore,
    MeasureOutsideYear,
    Observation,
    OtherName,
    OutcomeDiffers,
    PrintedTwice,
    RatingDiffers,
    TotalDiffers,
    UnnamedZeros,
    YearDiffers,
)
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Claim, PrintedFigure, Quantity

AT = Span("content/town/2565/results.yaml", 1, 1, 2)
NINE = Reference(ReferenceKind.INDICATOR, "9")
THREE = Reference(ReferenceKind.ITEM, "O3")
IIT = Reference(ReferenceKind.INSTRUMENT, "IIT")
LINE = Fraction(85)
NUMBER = Fraction("73.79")
PRINTED = (PrintedFigure(THREE, "๑๐๐", "ตาราง", AT), PrintedFigure(THREE, "ไม่ผ่าน", "หัวข้อ", AT))
CLAIMS = (ExaminedClaim(Claim(Quantity.PASSED, "9"), Fraction(8)), ExaminedClaim(Claim(NINE, "73.79"), None))

OBSERVATIONS: list[tuple[Observation, dict[str, Any]]] = [
    (
        TotalDiffers(NINE, NUMBER, Fraction(74), (), "หน้า 3", AT),
        {"kind": "total", "about": "indicator 9", "stated": 73.79, "found": 74, "where": "หน้า 3", "steps": []},
    ),
    (
        PrintedTwice(THREE, (Fraction(100), "ไม่ผ่าน"), PRINTED, AT),
        {
            "kind": "printed-twice",
            "figure": "O3",
            "values": [100, "ไม่ผ่าน"],
            "printed": [{"value": 100, "where": "ตาราง"}, {"value": "ไม่ผ่าน", "where": "หัวข้อ"}],
        },
    ),
    (
        UnnamedZeros(NINE, NUMBER, patterns=13, fitting=13, zeros=3, steps=(), span=AT),
        {
            "kind": "unnamed-zeros",
            "about": "indicator 9",
            "stated": 73.79,
            "patterns": 13,
            "fitting": 13,
            "zeros": 3,
            "steps": [],
        },
    ),
    (
        ImpossibleScore(NINE, NUMBER, 0, (), AT),
        {"kind": "impossible", "about": "indicator 9", "stated": 73.79, "patterns": 0, "steps": []},
    ),
    (
        ClaimRefuted("ผ่าน 9", CLAIMS, (), "", AT),
        {
            "kind": "claim",
            "text": "ผ่าน 9",
            "claims": [
                {"figure": "indicators passed", "stated": 9, "found": 8},
                {"figure": "indicator 9", "stated": 73.79, "found": None},
            ],
            "where": "",
            "steps": [],
        },
    ),
    (
        YearDiffers("ประจำปี", "๒๕๖๖", 2565, "ปก", AT),
        {"kind": "year", "text": "ประจำปี", "stated": 2566, "found": 2565, "where": "ปก"},
    ),
    (
        OtherName("เลย", "province", "ขอนแก่น", ("ปก",), AT),
        {"kind": "name", "name": "เลย", "name_kind": "province", "own": "ขอนแก่น", "places": ["ปก"]},
    ),
    (
        MeasureOutsideYear("อบรม", "ม.ค. 67", 2566, "มาตรการ", AT),
        {"kind": "measure-period", "measure": "อบรม", "period": "ม.ค. 67", "year": 2566, "source": "มาตรการ"},
    ),
    (
        OutcomeDiffers(True, ScoreAgainstLine(NINE, NUMBER, LINE), AT),
        {
            "kind": "outcome",
            "about": "indicator 9",
            "stated": "pass",
            "found": "fail",
            "score": 73.79,
            "pass_line": 85,
        },
    ),
    (
        RatingDiffers("A", "B", NUMBER, "ปก", AT),
        {"kind": "rating", "stated": "A", "found": "B", "score": 73.79, "where": "ปก"},
    ),
]
STEPS: list[tuple[Arithmetic, dict[str, Any]]] = [
    (
        MeanOfParts(IIT, (LINE, Fraction(259) / 3), Fraction(257) / 3),
        {"kind": "mean", "of": "instrument IIT", "terms": [85, 86.33], "value": 85.6667},
    ),
    (
        WeightedSum((WeightedPart("IIT", LINE, Fraction(100)),), LINE),
        {"kind": "weighted-sum", "parts": [{"instrument": "IIT", "score": 85, "weight": 100}], "value": 85},
    ),
    (
        UnprintedDecimals(Fraction("93.93285"), Fraction("93.9428"), False),
        {"kind": "unprinted-decimals", "least": 93.9329, "most": 93.9428, "explains": False},
    ),
    (
        PrintedChoices(16, NUMBER, LINE, True),
        {"kind": "printed-choices", "choices": 16, "least": 73.79, "most": 85, "reaches": True},
    ),
    (
        ScoreAgainstLine(NINE, NUMBER, LINE),
        {"kind": "score", "of": "indicator 9", "score": 73.79, "pass_line": 85, "passes": False},
    ),
    (CountAgainstLine(8, 2, LINE), {"kind": "count", "passed": 8, "failed": 2, "pass_line": 85}),
    (
        GroupSizes((SubIndicatorItems("9.1", 9),)),
        {"kind": "sizes", "groups": [{"sub_indicator": "9.1", "items": 9}]},
    ),
    (
        ItemPattern((SubIndicatorMet("9.1", 5, 8, Fraction("62.5")),), NUMBER, True),
        {
            "kind": "pattern",
            "fits": True,
            "groups": [{"sub_indicator": "9.1", "met": 5, "items": 8, "score": 62.5}],
            "value": 73.79,
        },
    ),
    (MorePatterns(7), {"kind": "more", "patterns": 7}),
    (
        HiddenZeros((SubIndicatorItems("9.2", 1),)),
        {"kind": "hidden-zeros", "groups": [{"sub_indicator": "9.2", "zeros": 1}]},
    ),
]


def test_each_kind_of_observation_has_fields_of_its_own() -> None:
    assert [observation_data(one) for one, _ in OBSERVATIONS] == [record for _, record in OBSERVATIONS]


def test_each_kind_of_arithmetic_has_fields_of_its_own() -> None:
    assert [step_data(step) for step, _ in STEPS] == [record for _, record in STEPS]


def test_every_kind_is_shown_here() -> None:
    assert [type(one) for one, _ in OBSERVATIONS] == [*get_args(Observation)]
    assert {type(step) for step, _ in STEPS} == {*get_args(Arithmetic)}


@pytest.mark.checkout
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_guide_names_every_kind_with_its_fields(language: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / language / "data.md").read_text(encoding="utf-8")
    section = page.partition('id="observations"')[2].partition("\n## ")[0]
    told = [
        [kind, *re.findall("`(.+?)`", fields)]
        for kind, fields in re.findall(r"^\| `(.+?)` \| (`.+?) \|", section, re.M)
    ]
    records = [record for _, record in (*OBSERVATIONS, *STEPS)]
    assert sorted(told) == sorted([record["kind"], *list(record)[1:]] for record in records)
