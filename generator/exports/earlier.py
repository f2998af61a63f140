"""Figures of earlier years in a report, as data."""

from typing import Any

from generator.oit.result import EarlierYear
from generator.oit.rounding import points


def earlier_data(earlier: EarlierYear) -> dict[str, Any]:
    """The figures of one earlier year."""
    total = earlier.total
    return {
        "year": earlier.year,
        "total": None if total is None else points(total.score),
        "rating": "" if total is None else total.rating,
        "instruments": {row.instrument: points(row.score) for row in earlier.instruments},
        "indicators": {row.indicator: points(row.score) for row in earlier.indicators},
        "titles": {row.indicator: row.title for row in earlier.indicators if row.title},
        "outcomes": {row.indicator: row.passed for row in earlier.indicators if row.passed is not None},
        "where": " · ".join(where for where in (earlier.where, total.where if total is not None else "") if where),
    }
