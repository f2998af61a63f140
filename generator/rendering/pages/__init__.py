"""The kinds of page that a site has, each a module.

A new kind is a module here, its template, and its words in each language of the theme.
"""

from generator.rendering.agency_pages import AgencyKinds
from generator.rendering.pages import (
    agency,
    analysis,
    answers,
    changes,
    dashboard,
    item,
    measures,
    office,
    offices,
    progress,
    results,
    trend,
)  # fmt: skip

AGENCY_KINDS = AgencyKinds(
    whole=(agency.PAGE, trend.PAGE),
    year=(
        dashboard.PAGE, item.PAGE, results.PAGE, analysis.PAGE, measures.PAGE, progress.PAGE, offices.PAGE, office.PAGE,
        answers.PAGE, changes.PAGE,
    ),
)  # fmt: skip
"""Those of an agency, and of each of its years in the order of the tabs."""

PAGE_KINDS = (
    "portal",
    *(page.kind for page in AGENCY_KINDS.whole),
    *(page.kind for page in AGENCY_KINDS.year),
    "methods", "method", "crosswalks", "crosswalk",
    "search", "accessibility", "404",
)  # fmt: skip
"""The names of all kinds of page, by which a theme chooses."""
