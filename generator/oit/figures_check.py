"""Compare totals with their parts, ratings with their rules, and indicators with their items."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from generator.diagnostics import Span
from generator.oit.arithmetic import (
    Arithmetic,
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
from generator.oit.catalogue import Catalogue
from generator.oit.observation import (
    ImpossibleScore,
    Observation,
    OutcomeDiffers,
    RatingDiffers,
    TotalDiffers,
    UnnamedZeros,
)
from generator.oit.official import Official
from generator.oit.patterns import Pattern
from generator.oit.rating import rate
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Results
from generator.oit.rollup import Total, step, weighted_total
from generator.oit.rounding import half_up

_TOTAL = Reference(ReferenceKind.TOTAL, "")
_HALF_A_HUNDREDTH = Fraction(1, 200)
_MOST_CHOICES = 4096
SHOWN = 6
"""Patterns written out; the rest are counted."""


def check_totals(catalogue: Catalogue, results: Results, official: Official) -> list[Observation]:
    """Compare the total and instrument scores with the means and weighted sums of their parts."""
    found: list[Observation] = []
    for row in results.instruments:
        figure = official.instruments.get(row.instrument)
        if figure is not None and figure.differs(catalogue.rounding.instrument) and figure.recomputed is not None:
            about = Reference(ReferenceKind.INSTRUMENT, row.instrument)
            found.append(_differs(about, Fraction(row.score), figure.recomputed, figure.terms, row.span))
    total, printed = official.total_recomputed, results.total
    if printed is None or total is None or not official.total.differs(catalogue.rounding.total):
        return found
    stated = Fraction(printed.score)
    steps = (*_steps(catalogue, official, total), *_why(catalogue, results, official, stated))
    found.append(TotalDiffers(_TOTAL, stated, total.value, steps, where=printed.where, span=printed.span))
    return found


def _differs(
    about: Reference, stated: Fraction, found: Fraction, terms: tuple[Fraction, ...], span: Span
) -> TotalDiffers:
    return TotalDiffers(about, stated, found, (MeanOfParts(about, terms, found),), where="", span=span)


def _steps(catalogue: Catalogue, official: Official, total: Total) -> Iterator[Arithmetic]:
    for instrument in catalogue.instruments:
        figure = official.instruments[instrument.code]
        if figure.terms and figure.recomputed is not None:
            yield MeanOfParts(Reference(ReferenceKind.INSTRUMENT, instrument.code), figure.terms, figure.recomputed)
    yield WeightedSum(
        tuple(WeightedPart(i.code, total.instruments[i.code], Fraction(i.weight)) for i in catalogue.instruments),
        total.exact,
    )


def _why(catalogue: Catalogue, results: Results, official: Official, printed: Fraction) -> Iterator[Arithmetic]:
    """Whether hidden decimals, or other values of the indicators in the report, explain the total."""
    known = {i.number: official.indicators[i.number].reported for i in catalogue.indicators}
    if any(value is None for value in known.values()):
        return
    values = {number: value for number, value in known.items() if value is not None}
    highest = _total(catalogue, {number: value + _HALF_A_HUNDREDTH for number, value in values.items()})
    lowest = _total(catalogue, {number: value - _HALF_A_HUNDREDTH for number, value in values.items()})
    if highest is None or lowest is None:
        return
    explains = half_up(lowest, 2) <= printed <= half_up(highest, 2)
    yield UnprintedDecimals(lowest, highest, explains)
    choices = printed_choices(results, values)
    count = prod(len(choice) for choice in choices.values())
    if not explains and 1 < count <= _MOST_CHOICES:
        numbers = list(choices)
        totals = [
            total
            for chosen in product(*(choices[number] for number in numbers))
            if (total := _total(catalogue, dict(zip(numbers, chosen, strict=True)))) is not None
        ]
        reached = any(half_up(total, 2) == printed for total in totals)
        yield PrintedChoices(count, min(totals), max(totals), reached)


def printed_choices(results: Results, values: dict[str, Fraction]) -> dict[str, Sequence[Fraction]]:
    """Every value that the report gives for each indicator, the one in the table first."""
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
    """Compare the rating with the one that follows from the total and the instruments."""
    printed, total = results.total, official.total_recomputed
    if printed is None or not printed.rating or total is None:
        return []
    score = Fraction(printed.score)
    given = rate(score, total.instruments.values(), catalogue.ratings)
    if printed.rating in (given.label, given.label_en):
        return []
    return [RatingDiffers(printed.rating, given.label, score, where=printed.where, span=printed.span)]


def check_indicators(catalogue: Catalogue, results: Results, official: Official) -> list[Observation]:
    """Compare outcomes with scores, and scores with the items that can give them."""
    found: list[Observation] = []
    for row in results.indicators:
        about = Reference(ReferenceKind.INDICATOR, row.indicator)
        score = Fraction(row.score)
        against = ScoreAgainstLine(about, score, official.pass_line)
        if row.passed is not None and row.passed != against.passes:
            found.append(OutcomeDiffers(row.passed, against, row.span))
        figure = official.indicators[row.indicator]
        if figure.differs(catalogue.rounding.indicator) and figure.recomputed is not None:
            found.append(_differs(about, score, figure.recomputed, figure.terms, row.span))
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
    shown: list[Arithmetic] = [_line(subs, pattern, score) for pattern in patterns[:SHOWN]]
    if not fitting:
        sizes = GroupSizes(tuple(SubIndicatorItems(sub.number, len(sub.items)) for sub in indicator.sub_indicators))
        return [ImpossibleScore(about, score, len(patterns), (sizes, *shown), span)]
    least = min(sum(pattern.unnamed) for pattern in fitting)
    if not least:
        return []
    if len(patterns) > SHOWN:
        shown.append(MorePatterns(len(patterns) - SHOWN))
    if len(fitting) == 1:
        zeros = zip(subs, fitting[0].unnamed, strict=True)
        shown.append(HiddenZeros(tuple(SubIndicatorItems(sub, count) for sub, count in zeros if count)))
    return [
        UnnamedZeros(
            about, score, patterns=len(patterns), fitting=len(fitting), zeros=least, steps=tuple(shown), span=span
        )
    ]


def _line(subs: Iterable[str], pattern: Pattern, score: Fraction) -> ItemPattern:
    groups = zip(subs, pattern.met, pattern.sizes, pattern.scores, strict=True)
    return ItemPattern(tuple(SubIndicatorMet(*group) for group in groups), score, pattern.fits)
