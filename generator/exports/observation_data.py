"""The observations of a report as data: a record with named fields for each kind.

Points are numbers, years are numbers of the Buddhist era, and what a figure is of is written as in
``results.yaml``: ``indicator 9``, ``O3``.
"""

from fractions import Fraction
from typing import Any, assert_never

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
    UnprintedDecimals,
    WeightedSum,
)
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
from generator.oit.printed_check import printed_value
from generator.oit.rounding import points

Node = dict[str, Any]


def observation_data(one: Observation) -> Node:
    """One observation, as it stands in the file."""
    return {"kind": one.matter.value, **_fields(one)}


def _fields(one: Observation) -> Node:
    match one:
        case TotalDiffers():
            steps = [step_data(step) for step in one.steps]
            scores = {"stated": number(one.stated), "found": number(one.found)}
            return {"about": str(one.about), **scores, "where": one.where, "steps": steps}
        case PrintedTwice():
            printed = [{"value": _value(printed_value(p.value)), "where": p.where} for p in one.printed]
            return {"figure": str(one.figure), "values": [_value(value) for value in one.values], "printed": printed}
        case UnnamedZeros():
            counts = {"patterns": one.patterns, "fitting": one.fitting, "zeros": one.zeros}
            steps = [step_data(step) for step in one.steps]
            return {"about": str(one.about), "stated": number(one.stated), **counts, "steps": steps}
        case ImpossibleScore():
            steps = [step_data(step) for step in one.steps]
            stated = number(one.stated)
            return {"about": str(one.about), "stated": stated, "patterns": one.patterns, "steps": steps}
        case ClaimRefuted():
            claims = [
                {
                    "figure": str(claim.figure),
                    "stated": _value(printed_value(claim.value)),
                    "found": None if found is None else number(found),
                }
                for claim, found in one.claims
            ]
            steps = [step_data(step) for step in one.steps]
            return {"text": one.text, "claims": claims, "where": one.where, "steps": steps}
        case YearDiffers():
            years = {"stated": _value(printed_value(one.stated)), "found": one.year}
            return {"text": one.text, **years, "where": one.where}
        case OtherName():
            return {"name": one.name, "name_kind": one.kind, "own": one.own, "places": list(one.places)}
        case MeasureOutsideYear():
            return {"measure": one.title, "period": one.period, "year": one.year, "source": one.source}
        case OutcomeDiffers():
            against = one.score
            outcome = {"stated": _outcome(one.passes), "found": _outcome(against.passes)}
            score = {"score": number(against.score), "pass_line": number(against.line)}
            return {"about": str(against.of), **outcome, **score}
        case RatingDiffers():
            return {"stated": one.stated, "found": one.found, "score": number(one.score), "where": one.where}
    assert_never(one)


def step_data(step: Arithmetic) -> Node:
    """One line of arithmetic, as it stands in the file."""
    match step:
        case MeanOfParts():
            terms = [number(term) for term in step.terms]
            return {"kind": "mean", "of": str(step.of), "terms": terms, "value": number(step.value, 4)}
        case WeightedSum():
            parts = [
                {"instrument": part.instrument, "score": number(part.score, 4), "weight": number(part.weight)}
                for part in step.parts
            ]
            return {"kind": "weighted-sum", "parts": parts, "value": number(step.value, 4)}
        case UnprintedDecimals():
            bounds = {"least": number(step.least, 4), "most": number(step.most, 4)}
            return {"kind": "unprinted-decimals", **bounds, "explains": step.explains}
        case PrintedChoices():
            bounds = {"least": number(step.least), "most": number(step.most)}
            return {"kind": "printed-choices", "choices": step.choices, **bounds, "reaches": step.reaches}
        case ScoreAgainstLine():
            score = {"score": number(step.score), "pass_line": number(step.line)}
            return {"kind": "score", "of": str(step.of), **score, "passes": step.passes}
        case CountAgainstLine():
            counts = {"passed": step.passed, "failed": step.failed}
            return {"kind": "count", **counts, "pass_line": number(step.line)}
        case GroupSizes():
            groups = [{"sub_indicator": group.sub_indicator, "items": group.items} for group in step.groups]
            return {"kind": "sizes", "groups": groups}
        case ItemPattern():
            patterns = [
                {
                    "sub_indicator": group.sub_indicator,
                    "met": group.met,
                    "items": group.items,
                    "score": number(group.score),
                }
                for group in step.groups
            ]
            return {"kind": "pattern", "fits": step.fits, "groups": patterns, "value": number(step.value)}
        case MorePatterns():
            return {"kind": "more", "patterns": step.more}
        case HiddenZeros():
            groups = [{"sub_indicator": group.sub_indicator, "zeros": group.items} for group in step.groups]
            return {"kind": "hidden-zeros", "groups": groups}
    assert_never(step)


def number(value: Fraction, places: int = 2) -> int | float:
    """Points as a JSON number with so many decimals, half-up; a whole number has none.

    Written as JSON it has the digits of its text again, and nothing is computed with it.
    """
    text = points(value, places)
    shown = Fraction(text)
    return shown.numerator if shown.denominator == 1 else float(text)


def _value(value: PrintedValue) -> int | float | str:
    return value if isinstance(value, str) else number(value)


def _outcome(passes: bool) -> str:
    return "pass" if passes else "fail"
