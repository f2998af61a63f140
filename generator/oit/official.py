"""The official result of a report, with every total recalculated from its component scores."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue, Indicator
from generator.oit.patterns import Pattern, patterns
from generator.oit.result import Results
from generator.oit.rollup import Total, step, weighted_total
from generator.oit.rounding import half_up


class Figure(NamedTuple):
    """One score, as reported and as recalculated; either may be missing. Points 0-100."""

    reported: Fraction | None
    recomputed: Fraction | None
    terms: tuple[Fraction, ...] = ()

    @property
    def best(self) -> Fraction | None:
        """The value for calculations: the recalculated score where all parts are reported, else the reported one."""
        return self.recomputed if self.recomputed is not None else self.reported

    @property
    def official(self) -> Fraction | None:
        """The official score: the reported one, else the recalculated one."""
        return self.reported if self.reported is not None else self.recomputed

    def differs(self, places: int | None) -> bool:
        """Whether the reported and recalculated scores differ at this many decimals."""
        if self.reported is None or self.recomputed is None:
            return False
        kept = 2 if places is None else places
        return half_up(self.recomputed, kept) != self.reported


class Official(NamedTuple):
    """The official scores of one year. ``passed`` compares an indicator with the pass line."""

    total: Figure
    rating_reported: str
    total_recomputed: Total | None
    instruments: dict[str, Figure]
    indicators: dict[str, Figure]
    passed: dict[str, bool]
    pass_line: Fraction
    patterns: dict[str, tuple[Pattern, ...]]

    @property
    def known(self) -> bool:
        """Whether a report gives any figure."""
        figures = (self.total, *self.instruments.values(), *self.indicators.values())
        return any(figure.best is not None for figure in figures)


def official_result(catalogue: Catalogue, results: Results | None) -> Official:
    """All official figures of a year; without a report they are all unknown."""
    line = Fraction(catalogue.pass_line)
    if results is not None and results.pass_line is not None:
        line = Fraction(results.pass_line)
    indicators = {i.number: _indicator(catalogue, i, results) for i in catalogue.indicators}
    instruments: dict[str, Figure] = {}
    for instrument in catalogue.instruments:
        printed = (
            next((r.score for r in results.instruments if r.instrument == instrument.code), None) if results else None
        )
        reported = None if printed is None else Fraction(printed)
        parts = [indicators[indicator.number].best for indicator in instrument.indicators]
        terms = tuple(part for part in parts if part is not None)
        whole = step(terms, catalogue.rounding.instrument).value if len(terms) == len(parts) and parts else None
        instruments[instrument.code] = Figure(reported, whole, terms if whole is not None else ())
    known = {code: figure.best for code, figure in instruments.items() if figure.best is not None}
    total = weighted_total(catalogue, known)
    printed_total = results.total if results is not None else None
    return Official(
        total=Figure(
            None if printed_total is None else Fraction(printed_total.score), None if total is None else total.value
        ),
        rating_reported="" if printed_total is None else printed_total.rating,
        total_recomputed=total,
        instruments=instruments,
        indicators=indicators,
        passed={number: f.official >= line for number, f in indicators.items() if f.official is not None},
        pass_line=line,
        patterns=_patterns(catalogue, indicators, results),
    )


def years_with_figures(years: Sequence[AgencyYear], officials: Mapping[int, Official]) -> tuple[int, ...]:
    """The fiscal years of which any report gives a figure, oldest first."""
    own = {content.year for content in years if officials[content.year].known}
    told = {
        earlier.year
        for content in years
        if content.results is not None
        for earlier in content.results.earlier
        if earlier.total is not None or earlier.instruments or earlier.indicators
    }
    return tuple(sorted(own | told))


def _indicator(catalogue: Catalogue, indicator: Indicator, results: Results | None) -> Figure:
    """The printed score, and the mean of its questions or items where the report gives every one of them."""
    if results is None:
        return Figure(None, None)
    printed = results.indicator_score(indicator.number)
    reported = None if printed is None else Fraction(printed)
    if indicator.sub_indicators:
        return Figure(reported, *_from_items(catalogue, indicator, results))
    scores = {q.question: q.score for q in results.questions if q.score is not None}
    if indicator.questions and all(question.number in scores for question in indicator.questions):
        terms = tuple(Fraction(scores[question.number]) for question in indicator.questions)
        return Figure(reported, step(terms, catalogue.rounding.indicator).value, terms)
    return Figure(reported, None)


def _from_items(
    catalogue: Catalogue, indicator: Indicator, results: Results
) -> tuple[Fraction | None, tuple[Fraction, ...]]:
    subs: list[Fraction] = []
    for sub in indicator.sub_indicators:
        scores = [results.item_score(item.number) for item in sub.items]
        known = tuple(Fraction(score) for score in scores if score is not None)
        if len(known) < len(scores):
            return None, ()
        subs.append(step(known, catalogue.rounding.sub_indicator).value)
    return step(tuple(subs), catalogue.rounding.indicator).value, tuple(subs)


def _patterns(
    catalogue: Catalogue, indicators: dict[str, Figure], results: Results | None
) -> dict[str, tuple[Pattern, ...]]:
    """For each printed indicator of the disclosure instrument, the item patterns that give its score."""
    instrument = catalogue.disclosure_instrument
    if instrument is None or results is None:
        return {}
    zeros = {result.item for result in results.items if Fraction(result.score) == Fraction(catalogue.unmet)}
    met = {result.item for result in results.items if Fraction(result.score) == Fraction(catalogue.met)}
    found: dict[str, tuple[Pattern, ...]] = {}
    for indicator in instrument.indicators:
        reported = indicators[indicator.number].reported
        possible = None if reported is None else patterns(catalogue, indicator, reported, zeros=zeros, met=met)
        if possible is not None:
            found[indicator.number] = possible
    return found
