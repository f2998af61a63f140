"""The data of one agency-year in the forms that its files are made of, each made once and when first asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.site_metadata import SiteMetadata
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.views import Crumb

if TYPE_CHECKING:  # what a format takes is imported where the format is made
    from generator.exports.table import Table

Make = Callable[[], bytes | None]
"""Makes a file; nothing when a document that goes into it is not there any more as it was read."""


class ExportChoice(NamedTuple):
    """What a site exports, how it presents itself, and the words of its states."""

    exports: frozenset[str]
    publication: SiteMetadata
    words: Mapping[str, str]


class YearData:
    """One agency-year as a tree, as tables, and as drafts of answers."""

    def __init__(
        self,
        content: AgencyYear,
        assessment: Assessment,
        place: AgencyAddresses,
        choice: ExportChoice,
        way: tuple[Crumb, ...],
    ) -> None:
        """``way`` leads from the front page to the agency-year."""
        self.content = content
        self.assessment = assessment
        self.place = place
        self.choice = choice
        self._way = way
        self.files: dict[str, Make] = {}
        """The files that the data can be had in, by their addresses."""

    @property
    def publication(self) -> SiteMetadata:
        """How the site presents itself."""
        return self.choice.publication

    @cached_property
    def tree(self) -> dict[str, Any]:
        """The agency-year as it is written as JSON."""
        from generator.exports.data import agency_year_data

        return agency_year_data(self.content, self.assessment, self.place)

    @cached_property
    def tables(self) -> tuple["Table", ...]:
        """The items, their elements and their evidence."""
        return self.tables_of(self.tree["items"])

    def tables_of(self, items: list[dict[str, Any]]) -> tuple["Table", ...]:
        """The tables of some of its items, as they stand in the tree."""
        from generator.exports.table import element_table, evidence_table, item_table

        words, address = self.choice.words, self.publication.address
        return item_table(items, words, address), element_table(items), evidence_table(items)

    @cached_property
    def answers(self) -> "Table":
        """The drafts of answers for the assessment system."""
        from generator.exports.answers import answer_table
        from generator.rendering.answers_view import answer_rows

        rows = answer_rows(self.content, self.assessment, self.place, self._way, self.publication.address)
        return answer_table(rows, self.choice.words)

    @property
    def title(self) -> str:
        """The name of the data."""
        from generator.rendering.structured import dataset_title

        return dataset_title(self.content)

    def distributions(self) -> dict[str, bytes]:
        """The files that the data can be had in, made."""
        made = {address: make() for address, make in self.files.items()}
        return {address: data for address, data in made.items() if data is not None}
