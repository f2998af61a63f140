"""One line of arithmetic in words."""

from fractions import Fraction
from typing import assert_never

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
from generator.oit.reference import ReferenceKind
from generator.oit.result import FigureName
from generator.oit.rounding import points, short_points
from generator.rendering.finding_view import about_label
from generator.rendering.wording import Wording


def arithmetic_line(step: Arithmetic, about: FigureName, wording: Wording) -> str:
    """One line of arithmetic; what it is of is named unless that is what the observation is ``about``."""
    match step:
        case MeanOfParts():
            places = 2 if step.of.kind is ReferenceKind.INDICATOR else 4
            named = "" if step.of == about else f"{about_label(step.of, wording)} = "
            return f"{named}{_mean(step.terms)} = {points(step.value, places)}"
        case WeightedSum():
            parts = " + ".join(f"{points(part.score, 4)} × {short_points(part.weight)}%" for part in step.parts)
            return f"{parts} = {points(step.value, 4)}"
        case UnprintedDecimals():
            key = "note_decimals_yes" if step.explains else "note_decimals_no"
            return wording.say(key, least=points(step.least, 4), most=points(step.most, 4))
        case PrintedChoices():
            key = "note_choices_yes" if step.reaches else "note_choices_no"
            return wording.say(key, count=step.choices, least=points(step.least), most=points(step.most))
        case ScoreAgainstLine():
            named = "" if step.of == about else f"{about_label(step.of, wording)}: "
            return f"{named}{points(step.score)} {'≥' if step.passes else '<'} {short_points(step.line)}"
        case CountAgainstLine():
            line = short_points(step.line)
            return f"{step.passed} ≥ {line}, {step.failed} < {line}"
        case GroupSizes():
            return ", ".join(f"{group.sub_indicator}: {group.items}" for group in step.groups)
        case ItemPattern():
            met = " · ".join(f"{group.sub_indicator}: {group.met}/{group.items}" for group in step.groups)
            sums = f"{_mean(tuple(group.score for group in step.groups))} = {points(step.value)}"
            return wording.say("note_fits" if step.fits else "note_differs", count=met, sums=sums)
        case MorePatterns():
            return wording.say("note_more", count=step.more)
        case HiddenZeros():
            numbers = ", ".join(f"{group.sub_indicator} ({group.items})" for group in step.groups)
            return wording.say("note_hides", numbers=numbers)
    assert_never(step)


def _mean(terms: tuple[Fraction, ...]) -> str:
    return f"({' + '.join(map(short_points, terms))}) / {len(terms)}"
