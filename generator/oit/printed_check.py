"""One quantity printed at several places, and sentences against the tables."""

from fractions import Fraction

from generator.oit.figures_check import number_in
from generator.oit.observation import Matter, Note, Observation
from generator.oit.official import Official
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Claim, PrintedFigure, Results, Statement
from generator.oit.rounding import points, short_points

PASSED = "indicators passed"
FAILED = "indicators failed"
YEAR = "year"


def check_printed(results: Results) -> list[Observation]:
    """Quantities for which a report prints more than one value, each with the places where they stand."""
    printed: dict[Reference | str, list[PrintedFigure]] = {}
    for one in results.printed:
        printed.setdefault(one.figure, []).append(one)
    found: list[Observation] = []
    for figure, places in printed.items():
        values = [_value(place.value) for place in places]
        table = _in_table(figure, results)
        distinct = dict.fromkeys(values if table is None else [table, *values])
        if len(distinct) < 2:
            continue
        odd = next(
            (place for place, value in zip(places, values, strict=True) if value != next(iter(distinct))), places[0]
        )
        found.append(
            Observation(
                Matter.PRINTED_TWICE,
                figure,
                " / ".join(distinct),
                "",
                (),
                tuple(f"{place.value}: {place.where}" for place in places),
                odd.span,
            )
        )
    return found


def _value(text: str) -> str:
    number = number_in(text)
    return text.strip() if number is None else short_points(number)


def _in_table(figure: Reference | str, results: Results) -> str | None:
    """The value that the tables give for a quantity, where they give one."""
    if isinstance(figure, str):
        return None
    score = None
    if figure.kind is ReferenceKind.INDICATOR:
        score = results.indicator_score(figure.number)
    elif figure.kind is ReferenceKind.TOTAL and results.total is not None:
        score = results.total.score
    return None if score is None else short_points(score)


def check_claims(results: Results, official: Official, year: int) -> list[Observation]:
    """Sentences whose claims the recorded tables do not bear out."""
    found: list[Observation] = []
    for statement in results.statements:
        refuted = [
            (claim, follows) for claim in statement.claims if (follows := _refuted(claim, results, official, year))
        ]
        years = [(claim, follows) for claim, follows in refuted if claim.figure == YEAR]
        others = [(claim, follows) for claim, follows in refuted if claim.figure != YEAR]
        for claim, follows in years:
            found.append(_observation(Matter.YEAR, statement, claim.value, follows, ()))
        if others:
            steps = tuple(_against_line(official)) if any(c.figure in (PASSED, FAILED) for c, _ in others) else ()
            claimed = ", ".join(f"{claim.figure} {claim.value}" for claim in statement.claims if claim.figure != YEAR)
            follows = ", ".join(f"{claim.figure} {value}" for claim, value in others)
            found.append(_observation(Matter.CLAIM, statement, claimed, follows, steps))
    return found


def _observation(
    matter: Matter, statement: Statement, printed: str, follows: str, steps: tuple[Note, ...]
) -> Observation:
    places = (statement.where,) if statement.where else ()
    return Observation(matter, statement.text, printed, follows, steps, places, statement.span)


def _refuted(claim: Claim, results: Results, official: Official, year: int) -> str:
    """What the tables say instead, or nothing when they agree or say nothing."""
    if claim.figure == YEAR:
        return "" if _value(claim.value) == str(year) else str(year)
    if claim.figure in (PASSED, FAILED):
        if not official.passed:
            return ""
        count = sum(passed == (claim.figure == PASSED) for passed in official.passed.values())
        return "" if _value(claim.value) == str(count) else str(count)
    table = _in_table(claim.figure, results)
    return "" if table is None or _value(claim.value) == table else table


def _against_line(official: Official) -> list[Note]:
    """The indicators below the line, and how many are on either side."""
    line = short_points(official.pass_line)
    below = [
        f"{Reference(ReferenceKind.INDICATOR, number)}: {points(figure.best or Fraction(0))} < {line}"
        for number, figure in official.indicators.items()
        if official.passed.get(number) is False
    ]
    passed = sum(official.passed.values())
    counted = f"{passed} ≥ {line}, {len(official.passed) - passed} < {line}"
    return [Note("sum", (line_of,)) for line_of in (*below, counted)]
