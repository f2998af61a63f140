"""Observations as diagnostics: which parameters the message about each kind of disagreement has."""

from collections.abc import Iterable
from typing import assert_never

from generator.diagnostics import Report
from generator.oit.observation import (
    ClaimRefuted,
    ImpossibleScore,
    MeasureOutsideYear,
    Observation,
    OtherName,
    OutcomeDiffers,
    PrintedTwice,
    PrintedValue,
    RatingDiffers,
    TotalDiffers,
    UnnamedZeros,
    YearDiffers,
)
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.rounding import points, short_points


def report_observations(observations: Iterable[Observation], report: Report) -> None:
    """Add a finding for each observation."""
    for one in observations:
        _report(one, report)


def value_text(value: PrintedValue) -> str:
    """A printed value as text: a number with two decimals at most, or its words."""
    return value if isinstance(value, str) else short_points(value)


def _report(one: Observation, report: Report) -> None:
    match one:
        case TotalDiffers():
            report.finding("OIT411", one.span, subject=one.about, printed=points(one.stated), follows=points(one.found))
        case PrintedTwice():
            report.finding("OIT412", one.span, subject=one.figure, printed=" / ".join(map(value_text, one.values)))
        case UnnamedZeros():
            report.finding("OIT413", one.span, subject=one.about, printed=points(one.stated))
        case ClaimRefuted():
            claims = ", ".join(f"{claim.figure} {claim.value}" for claim, _ in one.claims)
            follows = ", ".join(f"{claim.figure} {short_points(v)}" for claim, v in one.claims if v is not None)
            report.finding("OIT414", one.span, subject=one.text, printed=claims, follows=follows)
        case YearDiffers():
            report.finding("OIT415", one.span, subject=one.text, printed=one.stated, follows=one.year)
        case OtherName():
            report.finding("OIT416", one.span, subject=one.name, printed=one.kind, follows=one.own)
        case MeasureOutsideYear():
            report.finding("OIT417", one.span, subject=one.title, printed=one.period, follows=one.year)
        case OutcomeDiffers():
            printed, follows = ("pass", "fail") if one.passes else ("fail", "pass")
            report.finding("OIT418", one.span, subject=one.score.of, printed=printed, follows=follows)
        case RatingDiffers():
            about = Reference(ReferenceKind.TOTAL, "")
            report.finding("OIT419", one.span, subject=about, printed=one.stated, follows=one.found)
        case ImpossibleScore():
            report.finding("OIT420", one.span, subject=one.about, printed=points(one.stated))
        case _:
            assert_never(one)
