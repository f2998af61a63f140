"""The compliance index and the score summary of an agency-year, made once for each depth of its pages."""

from functools import cached_property

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.rendering.addresses import HOME, root_of
from generator.rendering.contract import Fragments, check_fragments
from generator.rendering.index_view import index_view
from generator.rendering.render_context import RenderContext
from generator.rendering.summary_view import summary_view
from generator.rendering.views import IndexView, SummaryView, YearView


class YearFragments:
    """The two parts that every page of an agency-year carries, as ready text."""

    def __init__(
        self, setting: RenderContext, content: AgencyYear, assessment: Assessment, view: YearView, report: Report
    ) -> None:
        self._setting = setting
        self._content = content
        self._assessment = assessment
        self._view = view
        self._report = report
        self._folder = view.address.removesuffix(HOME)
        self._made: dict[str, Fragments | None] = {}

    def on(self, page: str) -> Fragments | None:
        """Those for pages that lie in a folder like that of ``page``; nothing after an error."""
        folder = relative_folder(page, self._folder)
        if folder not in self._made:
            self._made[folder] = self._make(folder, root_of(page))
        return self._made[folder]

    def _make(self, folder: str, root: str) -> Fragments | None:
        setting = self._setting
        index = setting.templates.fragment(
            "index.html", {"index": self._index._replace(folder=folder), "site": setting.site}, self._report
        )
        summary = setting.templates.fragment(
            "summary.html",
            {"summary": self._summary._replace(folder=folder, root=root), "site": setting.site},
            self._report,
        )
        if index is None or summary is None:
            return None
        fragments = Fragments(index, summary)
        figures = [
            figure for figure in (*(s.score for s in self._summary.scores), self._summary.official_total) if figure
        ]
        whole = check_fragments(fragments, self._assessment, figures, setting.theme, self._report)
        return fragments if whole else None

    @cached_property
    def _index(self) -> IndexView:
        return index_view(self._content.catalogue, self._assessment, "")

    @cached_property
    def _summary(self) -> SummaryView:
        has_results = bool(self._view.pages["results"])
        view = summary_view(self._content.catalogue, self._assessment, folder="", root="", has_results=has_results)
        return view._replace(method=self._view.method)


def relative_folder(page: str, folder: str) -> str:
    """What leads from a page to a folder of the same site, ending in a slash, or nothing when it is there."""
    here, there = page.split("/")[:-1], folder.split("/")[:-1]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
