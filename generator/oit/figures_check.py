"""Totals against their parts, ratings against their rules, and indicators against the items they are made of."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product

from generator.diagnostics import Span
from generator.oit.catalogue import Catalogue
from generator.oit.observation import Matter, Note, Observation
from generator.oit.official import Official
from generator.oit.patterns import Pattern
from generator.oit.rating import rate
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Results
from generator.oit.rollup import step, weighted_total
from generator.oit.rounding import half_up, points, short_points

_HALF_A_HUNDREDTH = Fraction(1, 200)
_MOST_CHOICES = 4096
SHOWN = 6
"""Patterns written out; the rest are counted."""


def check_totals(catalogue: Catalogue, results: Results, official: Official) -> list[Observation]:
    """The printed total and instrument scores against the means and weights of what they are made of."""
    found: list[Observation] = []
    for row in results.instruments:
        figure = official.instruments.get(row.instrument)
        if figure is not None and figure.differs(catalogue.rounding.instrument) and figure.recomputed is not None:
            terms = " + ".join(short_points(term) for term in figure.terms)
            steps = (_sum(f"({terms}) / {len(figure.terms)} = {points(figure.recomputed, 4)}"),)
            about = Reference(ReferenceKind.INSTRUMENT, row.instrument)
            found.append(
                Observation(Matter.TOTAL, about, points(row.score), points(figure.recomputed), steps, (), row.span)
            )
    total, printed = official.total_recomputed, results.total
    if printed is None or total is None or not official.total.differs(catalogue.rounding.total):
        return found
    lines = (*_steps(catalogue, official), *_why(catalogue, results, official, Fraction(printed.score)))
    about = Reference(ReferenceKind.TOTAL, "")
    given = points(printed.score)
    where = _where(printed.where)
    found.append(Observation(Matter.TOTAL, about, given, points(total.value), lines, where, printed.span))
    return found


def _steps(catalogue: Catalogue, official: Official) -> list[Note]:
    lines: list[Note] = []
    total = official.total_recomputed
    for instrument in catalogue.instruments:
        figure = official.instruments[instrument.code]
        if figure.terms and figure.recomputed is not None:
            terms = " + ".join(short_points(term) for term in figure.terms)
            lines.append(_sum(f"{instrument.code} = ({terms}) / {len(figure.terms)} = {points(figure.recomputed, 4)}"))
    if total is not None:
        parts = [f"{points(total.instruments[i.code], 4)} × {short_points(i.weight)}%" for i in catalogue.instruments]
        lines.append(_sum(f"{' + '.join(parts)} = {points(total.exact, 4)}"))
    return lines


def _why(catalogue: Catalogue, results: Results, official: Official, printed: Fraction) -> list[Note]:
    """Whether decimals that are not printed, or other values printed for the indicators, would explain the total."""
    known = {i.number: official.indicators[i.number].reported for i in catalogue.indicators}
    if any(value is None for value in known.values()):
        return []
    values = {number: value for number, value in known.items() if value is not None}
    highest = _total(catalogue, {number: value + _HALF_A_HUNDREDTH for number, value in values.items()})
    lowest = _total(catalogue, {number: value - _HALF_A_HUNDREDTH for number, value in values.items()})
    lines: list[Note] = []
    if highest is None or lowest is None:
        return lines
    if half_up(lowest, 2) <= printed <= half_up(highest, 2):
        lines.append(Note("decimals", (points(lowest, 4), points(highest, 4), "yes")))
        return lines
    lines.append(Note("decimals", (points(lowest, 4), points(highest, 4), "no")))
    choices = printed_choices(results, values)
    count = 1
    for choice in choices.values():
        count *= len(choice)
    if 1 < count <= _MOST_CHOICES:
        numbers = list(choices)
        totals = [
            total
            for chosen in product(*(choices[number] for number in numbers))
            if (total := _total(catalogue, dict(zip(numbers, chosen, strict=True)))) is not None
        ]
        reached = any(half_up(total, 2) == printed for total in totals)
        answer = "yes" if reached else "no"
        lines.append(Note("choices", (str(count), points(min(totals)), points(max(totals)), answer)))
    return lines


def printed_choices(results: Results, values: dict[str, Fraction]) -> dict[str, Sequence[Fraction]]:
    """Every value that is printed for each indicator, the one in the table first."""
    choices: dict[str, list[Fraction]] = {number: [value] for number, value in values.items()}
    for printed in results.printed:
        figure = printed.figure
        if isinstance(figure, Reference) and figure.kind is ReferenceKind.INDICATOR and figure.number in choices:
            value = number_in(printed.value)
            if value is not None and value not in choices[figure.number]:
                choices[figure.number].append(value)
    return dict(choices)


def number_in(text: str) -> Fraction | None:
    """The number that a printed value is, or nothing when it is words."""
    try:
        return Fraction(text.strip().rstrip("%").strip())
    except (ValueError, ZeroDivisionError):
        return None


def _total(catalogue: Catalogue, indicators: dict[str, Fraction]) -> Fraction | None:
    scores = {
        instrument.code: step(
            tuple(indicators[indicator.number] for indicator in instrument.indicators), catalogue.rounding.instrument
        ).value
        for instrument in catalogue.instruments
    }
    total = weighted_total(catalogue, scores)
    return None if total is None else total.exact


def check_rating(catalogue: Catalogue, results: Results, official: Official) -> list[Observation]:
    """The printed rating against the one that the printed total and the instruments give."""
    printed, total = results.total, official.total_recomputed
    if printed is None or not printed.rating or total is None:
        return []
    given = rate(Fraction(printed.score), total.instruments.values(), catalogue.ratings)
    if printed.rating in (given.label, given.label_en):
        return []
    about = Reference(ReferenceKind.TOTAL, "")
    steps = (_sum(f"{points(printed.score)} → {given.label}"),)
    where = _where(printed.where)
    return [Observation(Matter.RATING, about, printed.rating, given.label, steps, where, printed.span)]


def check_indicators(catalogue: Catalogue, results: Results, official: Official) -> list[Observation]:
    """Printed outcomes against printed scores, and printed scores against the items they can be made of."""
    found: list[Observation] = []
    for row in results.indicators:
        about = Reference(ReferenceKind.INDICATOR, row.indicator)
        score = Fraction(row.score)
        passes = score >= official.pass_line
        if row.passed is not None and row.passed != passes:
            sign = "≥" if passes else "<"
            steps = (_sum(f"{points(score)} {sign} {short_points(official.pass_line)}"),)
            outcome, follows = ("pass", "fail") if row.passed else ("fail", "pass")
            found.append(Observation(Matter.OUTCOME, about, outcome, follows, steps, (), row.span))
        figure = official.indicators[row.indicator]
        if figure.differs(catalogue.rounding.indicator) and figure.recomputed is not None:
            terms = " + ".join(short_points(term) for term in figure.terms)
            steps = (_sum(f"({terms}) / {len(figure.terms)} = {points(figure.recomputed)}"),)
            found.append(
                Observation(Matter.TOTAL, about, points(score), points(figure.recomputed), steps, (), row.span)
            )
        patterns = official.patterns.get(row.indicator)
        if patterns is not None:
            found += _from_patterns(catalogue, about, patterns, score, row.span)
    return found


def _from_patterns(
    catalogue: Catalogue, about: Reference, patterns: Sequence[Pattern], score: Fraction, span: Span
) -> list[Observation]:
    indicator = next(i for i in catalogue.indicators if i.number == about.number)
    fitting = [pattern for pattern in patterns if pattern.fits]
    subs = [sub.number for sub in indicator.sub_indicators]
    if not fitting:
        sizes = ", ".join(f"{sub.number}: {len(sub.items)}" for sub in indicator.sub_indicators)
        steps = (_sum(sizes), *(_line(subs, pattern, score) for pattern in patterns[:SHOWN]))
        return [Observation(Matter.IMPOSSIBLE, about, points(score), str(len(patterns)), steps, (), span)]
    least = min(sum(pattern.unnamed) for pattern in fitting)
    if not least:
        return []
    shown = [_line(subs, pattern, score) for pattern in patterns[:SHOWN]]
    if len(patterns) > SHOWN:
        shown.append(Note("more", (str(len(patterns) - SHOWN),)))
    if len(fitting) == 1:
        places = ", ".join(f"{sub} ({count})" for sub, count in zip(subs, fitting[0].unnamed, strict=True) if count)
        shown.append(Note("hides", (places,)))
    follows = f"{len(patterns)} {len(fitting)} {least}"
    return [Observation(Matter.UNNAMED_ZEROS, about, points(score), follows, tuple(shown), (), span)]


def _line(subs: Iterable[str], pattern: Pattern, score: Fraction) -> Note:
    met = " · ".join(
        f"{sub}: {count}/{size}" for sub, count, size in zip(subs, pattern.met, pattern.sizes, strict=True)
    )
    terms = " + ".join(short_points(value) for value in pattern.scores)
    total = f"({terms}) / {len(pattern.scores)} = {points(score)}"
    return Note("fits" if pattern.fits else "differs", (met, total))


def _sum(text: str) -> Note:
    return Note("sum", (text,))


def _where(place: str) -> tuple[str, ...]:
    return (place,) if place else ()
