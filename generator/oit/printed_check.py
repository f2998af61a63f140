"""Compare figures that appear in several places, and sentences with the tables."""

from collections.abc import Iterator
from fractions import Fraction

from generator.oit.arithmetic import Arithmetic, CountAgainstLine, ScoreAgainstLine
from generator.oit.figures_check import number_in
from generator.oit.observation import ClaimRefuted, ExaminedClaim, Observation, PrintedTwice, PrintedValue, YearDiffers
from generator.oit.official import Official
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Claim, FigureName, PrintedFigure, Quantity, Results
from generator.oit.rounding import half_up

_COUNTED = (Quantity.PASSED, Quantity.FAILED)


def check_printed(results: Results) -> list[Observation]:
    """Quantities with more than one value in a report, with their places."""
    printed: dict[FigureName, list[PrintedFigure]] = {}
    for one in results.printed:
        printed.setdefault(one.figure, []).append(one)
    found: list[Observation] = []
    for figure, places in printed.items():
        values = [printed_value(place.value) for place in places]
        table = _in_table(figure, results)
        distinct = tuple(dict.fromkeys(values if table is None else [table, *values]))
        if len(distinct) > 1:
            odd = next((at for at, value in zip(places, values, strict=True) if value != distinct[0]), places[0])
            found.append(PrintedTwice(figure, distinct, tuple(places), odd.span))
    return found


def printed_value(text: str) -> PrintedValue:
    """What a report prints for a figure: a number with two decimals, or words."""
    number = number_in(text)
    return text.strip() if number is None else half_up(number, 2)


def _in_table(figure: FigureName, results: Results) -> Fraction | None:
    """The value that the tables give for a quantity, where they give one."""
    score = None
    if isinstance(figure, Reference):
        if figure.kind is ReferenceKind.INDICATOR:
            score = results.indicator_score(figure.number)
        elif figure.kind is ReferenceKind.TOTAL and results.total is not None:
            score = results.total.score
    return None if score is None else half_up(Fraction(score), 2)


def check_claims(results: Results, official: Official, year: int) -> list[Observation]:
    """Sentences with claims that the tables contradict."""
    found: list[Observation] = []
    for statement in results.statements:
        text, where, span = statement.text, statement.where, statement.span
        years = [claim for claim in statement.claims if claim.figure is Quantity.YEAR]
        others = [claim for claim in statement.claims if claim.figure is not Quantity.YEAR]
        found += [
            YearDiffers(text, claim.value, year, where, span) for claim in years if printed_value(claim.value) != year
        ]
        examined = tuple(ExaminedClaim(claim, _refuted(claim, results, official)) for claim in others)
        refuted = [one.claim.figure for one in examined if one.found is not None]
        if refuted:
            steps = tuple(_against_line(official)) if any(figure in _COUNTED for figure in refuted) else ()
            found.append(ClaimRefuted(text, examined, steps, where, span))
    return found


def _refuted(claim: Claim, results: Results, official: Official) -> Fraction | None:
    """What the tables say instead, or nothing when they agree or say nothing."""
    found: Fraction | None = None
    if claim.figure in _COUNTED:
        wanted = claim.figure is Quantity.PASSED
        if official.passed:
            found = Fraction(sum(passed == wanted for passed in official.passed.values()))
    else:
        found = _in_table(claim.figure, results)
    return None if printed_value(claim.value) == found else found


def _against_line(official: Official) -> Iterator[Arithmetic]:
    """The indicators below the line, and how many are on either side."""
    for number, figure in official.indicators.items():
        if official.passed.get(number) is False and figure.official is not None:
            yield ScoreAgainstLine(Reference(ReferenceKind.INDICATOR, number), figure.official, official.pass_line)
    passed = sum(official.passed.values())
    yield CountAgainstLine(passed, len(official.passed) - passed, official.pass_line)
