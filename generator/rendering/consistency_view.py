"""The consistency check in words: what the report gives and what follows from it, without judging anyone."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from generator.oit.agency_year import AgencyYear
from generator.oit.arithmetic import Arithmetic
from generator.oit.observation import (
    ClaimRefuted,
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
from generator.oit.observation_report import value_text
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import FigureName, Quantity
from generator.oit.rounding import points, short_points
from generator.rendering.arithmetic_line import arithmetic_line
from generator.rendering.finding_view import about_label, subject
from generator.rendering.views import ObservationView
from generator.rendering.wording import Wording

_COUNTED = {Quantity.PASSED: "counted_passed", Quantity.FAILED: "counted_failed"}


class _Told(NamedTuple):
    """One disagreement as parameters of its sentence: subject, values, arithmetic, places."""

    subject: str
    values: Mapping[str, object]
    steps: Sequence[str] = ()
    places: tuple[str, ...] = ()


def observation_view(observation: Observation, content: AgencyYear, wording: Wording) -> ObservationView:
    """One disagreement in words."""
    told = _told(observation, content, wording)
    matter = observation.matter.value
    key = matter.replace("-", "_")
    return ObservationView(
        matter=matter,
        subject=told.subject,
        sentence=wording.say(f"matter_{key}", subject=told.subject, **told.values),
        steps=tuple(told.steps),
        places=told.places,
        settles=wording.say(f"settles_{key}"),
    )


def figure_title(content: AgencyYear, figure: FigureName, wording: Wording) -> str:
    """How a figure is called, with the title that the catalogue gives it."""
    if not isinstance(figure, Reference):
        return str(figure)
    title = subject(content.catalogue, figure, wording)
    label = about_label(figure, wording)
    return f"{label} {title}" if title and title != label else label


def _told(one: Observation, content: AgencyYear, wording: Wording) -> _Told:
    def title(figure: FigureName) -> str:
        return figure_title(content, figure, wording)

    def lines(steps: Sequence[Arithmetic], about: FigureName) -> list[str]:
        return [arithmetic_line(step, about, wording) for step in steps]

    match one:
        case TotalDiffers():
            values: Mapping[str, object] = {"printed": points(one.stated), "follows": points(one.found)}
            return _Told(title(one.about), values, lines(one.steps, one.about), _places(one.where))
        case PrintedTwice():
            places = tuple(f"{printed.value}: {printed.where}" for printed in one.printed)
            return _Told(title(one.figure), {"printed": " / ".join(map(value_text, one.values))}, (), places)
        case UnnamedZeros():
            values = {
                "printed": points(one.stated),
                "patterns": one.patterns,
                "fitting": one.fitting,
                "zeros": one.zeros,
            }
            return _Told(title(one.about), values, lines(one.steps, one.about))
        case ImpossibleScore():
            return _Told(title(one.about), {"printed": points(one.stated)}, lines(one.steps, one.about))
        case ClaimRefuted():
            named = [(_named(claim.figure, wording), claim.value, found) for claim, found in one.claims]
            values = {
                "printed": ", ".join(f"{name} {stated}" for name, stated, _ in named),
                "follows": ", ".join(f"{name} {short_points(found)}" for name, _, found in named if found is not None),
            }
            return _Told(one.text, values, lines(one.steps, ""), _places(one.where))
        case YearDiffers():
            return _Told(one.text, {"printed": one.stated, "follows": one.year}, (), _places(one.where))
        case OtherName():
            return _Told(one.name, {"kind": wording.say(f"name_{one.kind}"), "follows": one.own}, (), one.places)
        case MeasureOutsideYear():
            return _Told(one.title, {"printed": one.period, "follows": one.year}, (), (one.source,))
        case OutcomeDiffers():
            passed, failed = wording.say("outcome_pass"), wording.say("outcome_fail")
            values = dict(
                zip(("printed", "follows"), (passed, failed) if one.passes else (failed, passed), strict=True)
            )
            return _Told(title(one.score.of), values, lines([one.score], one.score.of))
        case RatingDiffers():
            values = {"printed": one.stated, "follows": one.found}
            about = Reference(ReferenceKind.TOTAL, "")
            return _Told(title(about), values, (f"{points(one.score)} → {one.found}",), _places(one.where))
    assert_never(one)


def _named(figure: FigureName, wording: Wording) -> str:
    """A figure that a sentence claims, as the pages call it."""
    if isinstance(figure, Reference):
        return about_label(figure, wording)
    key = _COUNTED.get(figure) if isinstance(figure, Quantity) else None
    return str(figure) if key is None else wording.say(key)


def _places(where: str) -> tuple[str, ...]:
    return (where,) if where else ()
