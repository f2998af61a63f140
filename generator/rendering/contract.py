"""The page contract: every page of an agency-year has exactly one compliance index and one score summary.

Both are rendered once for each agency-year, and only the page's own row is marked,
so checking a page means finding known text, not parsing the page.
"""

import re
from collections.abc import Iterable

from generator.diagnostics import Report, Span
from generator.oit.assessment import Assessment
from generator.reading.spelling import arabic_digits
from generator.reading.theme import Theme
from generator.rendering.markup import Markup, made_by_renderer

INDEX_ID = 'id="compliance-index"'
SUMMARY_ID = 'id="score-summary"'
_TAG = re.compile(r"<[^>]*>")
CURRENT = ' aria-current="page"'


class Fragments:
    """The index and the summary of one agency-year as they stand on pages of one depth."""

    __slots__ = ("index", "summary")

    def __init__(self, index: Markup, summary: Markup) -> None:
        self.index = index
        self.summary = summary

    def index_on(self, item: str) -> Markup:
        """The index with the row of one item marked as the page's own."""
        row = f'data-item="{item}"'
        return made_by_renderer(str(self.index).replace(row, row + CURRENT, 1))


def check_fragments(
    fragments: Fragments, assessment: Assessment, figures: Iterable[str], theme: Theme, report: Report
) -> bool:
    """Report an index that does not list every item in order with its state, or a summary without its numbers.

    ``figures`` are the numbers of the summary, in Arabic digits. Whether both are as promised.
    """
    before = len(report.diagnostics)
    in_index, in_summary = (Span(theme.templates[f"{name}.html"].path) for name in ("index", "summary"))
    index, summary = str(fragments.index), str(fragments.summary)
    if index.count(INDEX_ID) != 1:
        report.error("OIT704", in_index, count=index.count(INDEX_ID))
    position = 0
    for item in assessment.items:
        row = f'data-item="{item.item.number}" data-state="{item.state.value}"'
        found = index.find(row, position)
        if found < 0 or index.count(f'data-item="{item.item.number}"') != 1:
            report.error("OIT706", in_index, item=item.item.number)
            break
        position = found
    if index.count("data-item=") > len(assessment.items):
        report.error("OIT706", in_index, item="?")
    if summary.count(SUMMARY_ID) != 1:
        report.error("OIT705", in_summary, count=summary.count(SUMMARY_ID))
    shown = arabic_digits(_TAG.sub("", summary))
    for figure in figures:
        if figure not in shown:
            report.error("OIT709", in_summary, figure=figure)
            break
    return len(report.diagnostics) == before


def check_page(html: str, index: Markup, summary: Markup, template: str, report: Report) -> bool:
    """Report a page on which the index or the summary is missing, altered or doubled; whether all is well."""
    whole = True
    if not _stands_once(html, str(index), INDEX_ID):
        report.error("OIT704", Span(template), count=html.count(INDEX_ID))
        whole = False
    if not _stands_once(html, str(summary), SUMMARY_ID):
        report.error("OIT705", Span(template), count=html.count(SUMMARY_ID))
        whole = False
    return whole


def _stands_once(html: str, fragment: str, mark: str) -> bool:
    """Whether the mark occurs once on the page, its fragment is there to the letter, and not inside a comment."""
    place = html.find(mark)
    if place < 0 or html.find(mark, place + 1) >= 0:
        return False
    start = place - fragment.index(mark)
    if start < 0 or not html.startswith(fragment, start):
        return False
    if "<!--" not in html:
        return True
    return html.rfind("<!--", 0, start) <= html.rfind("-->", 0, start)
