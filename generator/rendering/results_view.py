"""The official result, for its page: reported and recalculated scores."""

from collections.abc import Sequence
from fractions import Fraction

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.catalogue import Catalogue, Indicator
from generator.oit.observation import Observation
from generator.oit.official import Figure
from generator.oit.patterns import Pattern
from generator.oit.result import EarlierYear, MisprintedName, Results, Source
from generator.oit.rounding import points, short_points, whole_points
from generator.rendering.consistency_view import figure_title, observation_view
from generator.rendering.index_view import index_row
from generator.rendering.views import (
    FigureRow,
    PatternGroup,
    PatternView,
    PrintedView,
    QuestionView,
    ResultsView,
    SourceView,
)
from generator.rendering.wording import Wording, joined, sum_of

SHOWN_PATTERNS = 12
"""Patterns written out on the page; the rest are counted."""


def results_view(
    content: AgencyYear, assessment: Assessment, observations: Sequence[Observation], wording: Wording
) -> ResultsView | None:
    """Everything the report says about the result of a year; nothing without a report."""
    results = content.results
    if results is None:
        return None
    catalogue, official = content.catalogue, assessment.official
    total = None
    if official.total.reported is not None or official.total.recomputed is not None:
        total = _row(catalogue, "total", "", wording.say("total"), "", official.total, None, "")
        passed = official.total.official
        assert passed is not None
        total = _with_sum(total, _total_sum(catalogue, assessment), "pass" if passed >= official.pass_line else "fail")
    recomputed = official.total_recomputed
    return ResultsView(
        source=source_view(results.source, wording),
        figures=tuple(_figures(content, assessment, results)),
        total=total,
        total_where="" if results.total is None else results.total.where,
        rating_reported=official.rating_reported,
        rating_recomputed=recomputed.rating.label if recomputed is not None else "",
        pass_line=short_points(official.pass_line),
        focus_line="" if results.focus_line is None else short_points(results.focus_line),
        patterns=tuple(_patterns(catalogue, assessment)),
        items=tuple(index_row(item) for item in assessment.items if item.official is not None),
        questions=tuple(_questions(content, results, official.pass_line)),
        printed=tuple(PrintedView(figure_title(content, p.figure, wording), p.value, p.where) for p in results.printed),
        statements=tuple(PrintedView("", s.text, s.where) for s in results.statements),
        names=names_view(results.names, wording),
        has_figures=official.known,
        observations=tuple(observation_view(one, content, wording) for one in observations),
        earlier=tuple(row for earlier in results.earlier for row in _earlier(earlier, wording)),
    )


def source_view(source: Source, wording: Wording) -> SourceView:
    """The document that figures or measures come from."""
    return SourceView(source.title, wording.month(source.issued), source.issuer)


def names_view(names: tuple[MisprintedName, ...], wording: Wording) -> tuple[PrintedView, ...]:
    """Names in a report that are not the agency's own."""
    return tuple(PrintedView(wording.say(f"name_{name.kind}"), name.name, name.where) for name in names)


def _figures(content: AgencyYear, assessment: Assessment, results: Results) -> list[FigureRow]:
    catalogue, official = content.catalogue, assessment.official
    rows_printed = {row.indicator: row for row in results.indicators}
    rows: list[FigureRow] = []
    for instrument in catalogue.instruments:
        for indicator in instrument.indicators:
            printed = rows_printed.get(indicator.number)
            outcome = None if printed is None else printed.passed
            rows.append(
                _row(
                    catalogue,
                    "indicator",
                    indicator.number,
                    (printed.title if printed is not None else "") or indicator.title,
                    instrument.code,
                    official.indicators[indicator.number],
                    official.passed.get(indicator.number),
                    "" if outcome is None else "pass" if outcome else "fail",
                )
            )
        figure = official.instruments[instrument.code]
        rows.append(_row(catalogue, "instrument", "", instrument.title, instrument.code, figure, None, ""))
    return rows


def _row(
    catalogue: Catalogue,
    level: str,
    number: str,
    title: str,
    instrument: str,
    figure: Figure,
    passed: bool | None,
    outcome: str,
) -> FigureRow:
    places = catalogue.rounding.total if level == "total" else catalogue.rounding.indicator
    return FigureRow(
        level=level,
        number=number,
        title=title,
        instrument=instrument,
        reported="" if figure.reported is None else points(figure.reported),
        recomputed="" if figure.recomputed is None else points(figure.recomputed),
        differs=figure.differs(places),
        sum=sum_of(figure.recomputed, figure.terms) if figure.recomputed is not None else "",
        passed="" if passed is None else "pass" if passed else "fail",
        printed_outcome=outcome,
        width=whole_points(figure.best) if figure.best is not None else 0,
    )


def _with_sum(row: FigureRow, sum_text: str, passed: str) -> FigureRow:
    return row._replace(sum=sum_text, passed=passed)


def _total_sum(catalogue: Catalogue, assessment: Assessment) -> str:
    """The weighted sum: ``85.29 = 30% × 86.16 + 30% × 86.45 + 40% × 83.77``."""
    total = assessment.official.total_recomputed
    if total is None:
        return ""
    parts = [f"{short_points(i.weight)}% × {_precise(total.instruments[i.code])}" for i in catalogue.instruments]
    return f"{points(total.value)} = {' + '.join(parts)}"


def _precise(value: Fraction) -> str:
    """Four decimals at most: instruments are not rounded before weighting, so two would not add up."""
    return points(value, 4).rstrip("0").rstrip(".")


def _patterns(catalogue: Catalogue, assessment: Assessment) -> list[PatternGroup]:
    groups: list[PatternGroup] = []
    for number, found in assessment.official.patterns.items():
        indicator = next(i for i in catalogue.indicators if i.number == number)
        reported = assessment.official.indicators[number].reported
        assert reported is not None
        shown = tuple(_pattern(indicator, pattern, reported) for pattern in found[:SHOWN_PATTERNS])
        fitting = sum(pattern.fits for pattern in found)
        groups.append(PatternGroup(number, indicator.title, points(reported), shown, len(found), fitting))
    return groups


def _pattern(indicator: Indicator, pattern: Pattern, reported: Fraction) -> PatternView:
    met = " · ".join(
        f"{sub.number}: {count}/{size}"
        for sub, count, size in zip(indicator.sub_indicators, pattern.met, pattern.sizes, strict=True)
    )
    unnamed = ", ".join(
        f"{sub.number} ({count})"
        for sub, count in zip(indicator.sub_indicators, pattern.unnamed, strict=True)
        if count > 0
    )
    return PatternView(met, sum_of(reported, pattern.scores), pattern.fits, unnamed if pattern.fits else "")


def _questions(content: AgencyYear, results: Results, line: Fraction) -> list[QuestionView]:
    titles = {question.number: question.title for question in content.catalogue.questions}
    return [
        QuestionView(
            number=question.question,
            title=titles.get(question.question, ""),
            text=question.text,
            score="" if question.score is None else points(question.score),
            parts=tuple((part.title, short_points(part.score)) for part in question.parts),
            passed="" if question.score is None else "pass" if question.score >= line else "fail",
        )
        for question in results.questions
    ]


def _earlier(earlier: EarlierYear, wording: Wording) -> list[PrintedView]:
    """What the report prints of an earlier year, row by row, under the titles it prints."""
    rows: list[PrintedView] = []
    total, year = earlier.total, wording.say("year_n", year=earlier.year)
    for indicator in earlier.indicators:
        title = f"{wording.say('indicator_n', number=indicator.indicator)} {indicator.title}".rstrip()
        words = [f"{title} {year}"]
        if indicator.passed is not None:
            words.append(wording.say("outcome_pass" if indicator.passed else "outcome_fail"))
        rows.append(PrintedView(joined(words), points(indicator.score), earlier.where))
    rows += (PrintedView(f"{row.instrument} {year}", points(row.score), earlier.where) for row in earlier.instruments)
    if total is not None:
        words = [f"{wording.say('total')} {year}"]
        if total.rating:
            words.append(f"{wording.say('rating')} {total.rating}")
        where = joined([place for place in (earlier.where, total.where) if place])
        rows.append(PrintedView(joined(words), points(total.score), where))
    return rows
