"""The score summary, for templates: three separate scores."""

from fractions import Fraction

from generator.oit.assessment import Assessment
from generator.oit.catalogue import Catalogue
from generator.oit.official import Figure
from generator.oit.rollup import RollUp, Total
from generator.oit.rounding import points, whole_points
from generator.rendering.views import ScoreView, SummaryRow, SummaryView
from generator.rendering.wording import sum_of


def summary_view(
    catalogue: Catalogue, assessment: Assessment, *, folder: str, root: str, has_results: bool
) -> SummaryView:
    """The summary of an agency-year; ``folder`` and ``root`` lead to its folder and to the top of the site."""
    official = assessment.official
    instrument = catalogue.disclosure_instrument
    code = instrument.code if instrument is not None else ""
    figure = official.instruments.get(code)
    reported = official.total.reported
    passed = "" if reported is None else "pass" if reported >= official.pass_line else "fail"
    count = len(assessment.items)
    return SummaryView(
        scores=(
            _own_score("complete", assessment.complete, assessment.complete_total, assessment, count),
            _own_score("reported", assessment.reported, assessment.reported_total, assessment, count),
            ScoreView(
                key="official",
                score=_text(figure.best if figure is not None else None),
                sum=_sum(figure),
                total=_text(official.total.official),
                rating=official.rating_reported,
                items_met="",
                width=_width(figure.best if figure is not None else None),
            ),
        ),
        rows=tuple(_rows(catalogue, assessment)),
        instrument=code,
        official_total=_text(reported),
        official_rating=official.rating_reported,
        official_recomputed=_text(official.total.recomputed),
        official_differs=official.total.differs(catalogue.rounding.total),
        official_passed=passed,
        folder=folder,
        results="results/index.html" if has_results else "",
        method="",
        root=root,
        unconfirmed=catalogue.unconfirmed,
    )


def _own_score(key: str, rolled: RollUp, total: Total | None, assessment: Assessment, count: int) -> ScoreView:
    if not assessment.stated:
        return ScoreView(key, "", "", "", "", "", 0)
    met = sum(item.complete if key == "complete" else item.reported for item in assessment.items)
    return ScoreView(
        key=key,
        score=points(rolled.instrument.value),
        sum=sum_of(rolled.instrument.value, rolled.instrument.terms),
        total="" if total is None else points(total.value),
        rating="" if total is None else total.rating.label,
        items_met=f"{met}/{count}",
        width=_width(rolled.instrument.value),
    )


def _rows(catalogue: Catalogue, assessment: Assessment) -> list[SummaryRow]:
    rows: list[SummaryRow] = []
    official = assessment.official
    for indicator in catalogue.indicators:
        if not indicator.sub_indicators:
            continue
        for sub in indicator.sub_indicators:
            complete = assessment.complete.sub_indicators[sub.number].value
            reported = assessment.reported.sub_indicators[sub.number].value
            if assessment.stated:
                rows.append(_row("sub-indicator", sub.number, sub.title, complete, reported, None, ""))
            else:
                rows.append(_row("sub-indicator", sub.number, sub.title, None, None, None, ""))
        figure = official.indicators[indicator.number]
        passed = official.passed.get(indicator.number)
        rows.append(
            _row(
                "indicator",
                indicator.number,
                indicator.title,
                assessment.complete.indicators[indicator.number].value if assessment.stated else None,
                assessment.reported.indicators[indicator.number].value if assessment.stated else None,
                figure.official,
                "" if passed is None else "pass" if passed else "fail",
            )
        )
    return rows


def _row(
    level: str,
    number: str,
    title: str,
    complete: Fraction | None,
    reported: Fraction | None,
    official: Fraction | None,
    passed: str,
) -> SummaryRow:
    return SummaryRow(
        level=level,
        number=number,
        title=title,
        complete=_text(complete),
        reported=_text(reported),
        official=_text(official),
        width_complete=_width(complete),
        width_reported=_width(reported),
        width_official=_width(official),
        passed=passed,
    )


def _sum(figure: Figure | None) -> str:
    return "" if figure is None or figure.recomputed is None else sum_of(figure.recomputed, figure.terms)


def _text(value: Fraction | None) -> str:
    return "" if value is None else points(value)


def _width(value: Fraction | None) -> int:
    return 0 if value is None else whole_points(value)
