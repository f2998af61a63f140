"""The data files of one agency, their download links, and their entries in site-wide catalogues."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from generator.exports.year_data import ExportChoice, Make, YearData
from generator.exports.year_files import YearFiles
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.render_context import Offers
from generator.rendering.views import Crumb, DownloadView

if TYPE_CHECKING:
    from generator.exports.archive import Budget, ReadFile
    from generator.exports.feed import Entry

Shared = dict[str, Any]
"""What the rest of the site needs from an agency, as plain data stored with the published record."""


class AgencyFiles:
    """The data files of one agency that a site has chosen, each made when it is asked for."""

    def __init__(
        self,
        agency: Agency,
        place: AgencyAddresses,
        choice: ExportChoice,
        years: Sequence[AgencyYear],
        kinds: Iterable[str],
    ) -> None:
        """``kinds`` are the kinds of pages that the theme makes."""
        self._agency = agency
        self._place = place
        self._choice = choice
        self._years: dict[int, YearFiles] = {}
        self._contents: list[AgencyYear] = []
        self._budget = _budget(choice)
        self.entries: list[Entry] = []
        """What a feed has to tell, newest first."""
        if "feed" in choice.exports:
            from generator.exports.feed import agency_entries

            self.entries = agency_entries(years, place, kinds, choice.publication.feed_entries)

    @property
    def offers(self) -> Offers:
        """The downloads that pages of the agency offer. Complete once every year was added."""
        return Offers(self._views, self._place.feed if self.entries else "")

    def add(self, content: AgencyYear, assessment: Assessment, way: tuple[Crumb, ...], read: "ReadFile") -> None:
        """Plan the files of one year. ``way`` leads from the front page to the year."""
        self._contents.append(content)
        self._years[content.year] = YearFiles(
            YearData(content, assessment, self._place, self._choice, way), read, self._budget
        )

    def plan(self) -> dict[str, Make]:
        """Every data file of the agency by its address."""
        files: dict[str, Make] = {}
        for year in self._years.values():
            files |= year.files
        if self.entries:
            files[self._place.feed] = self._feed
        return files

    def shared(self) -> Shared:
        """What site-wide catalogues need; nothing where there are none."""
        found: Shared = {}
        if self.entries:
            found["entries"] = [list(entry) for entry in self.entries]
        if "dcat" in self._choice.exports:
            from generator.exports.dcat import agent_node, dataset_node

            publication = self._choice.publication
            found["datasets"] = [
                dataset_node(content, self._place, publication, self._years[content.year].distributions())
                for content in self._contents
            ]
            local = any(content.catalogue.is_local_government(self._agency.kind) for content in self._contents)
            found["agent"] = agent_node(self._agency, self._place, publication, local=local)
        return found

    def _views(self, year: int, subject: str) -> tuple[DownloadView, ...]:
        return self._years[year].views(subject)

    def _feed(self) -> bytes:
        from generator.exports.feed import feed_xml

        name, place = self._agency.name, self._place
        title = f"ความเคลื่อนไหวของ{name}"
        return feed_xml(self._choice.publication, title, name, place.feed, place.home, self.entries)


def _budget(choice: ExportChoice) -> "Budget | None":
    """The size budget for archives of an agency; nothing where none are made."""
    if "archive" not in choice.exports:
        return None
    from generator.exports.archive import Budget

    return Budget()
