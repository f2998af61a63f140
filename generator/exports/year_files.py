"""The data files of one agency-year by their addresses, each made once and only when it is asked for."""

from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.site_metadata import SiteMetadata
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.views import Crumb, DownloadView
from generator.rendering.wording import file_size

if TYPE_CHECKING:  # what a format takes is imported where the format is made
    from generator.exports.archive import Budget, ReadFile
    from generator.exports.table import Table

Make = Callable[[], bytes | None]
"""Makes a file; nothing when a document that goes into it is not there any more as it was read."""


class ExportChoice(NamedTuple):
    """What a site exports, how it presents itself, and the words of its states."""

    exports: frozenset[str]
    publication: SiteMetadata
    words: Mapping[str, str]


class YearFiles:
    """The data files of one agency-year that a site has chosen."""

    def __init__(
        self,
        content: AgencyYear,
        assessment: Assessment,
        place: AgencyAddresses,
        choice: ExportChoice,
        way: tuple[Crumb, ...],
        read: "ReadFile",
        budget: "Budget | None",
    ) -> None:
        """``way`` leads from the front page to the agency-year; ``read`` gives the bytes of an evidence file.

        ``budget`` says how much may be put into archives; nothing where none are made.
        """
        self._content = content
        self._assessment = assessment
        self._place = place
        self._choice = choice
        self._way = way
        self._read = read
        self.files: dict[str, Make] = {}
        self._views: dict[str, list[tuple[str, str, str, str]]] = {}
        self._plan_year()
        if "answers" in choice.exports:
            self._plan_answers()
        for assessed in assessment.items:
            if "items" in choice.exports:
                self._plan_item(assessed)
            if budget is not None:
                self._plan_archive(assessed, budget)

    def views(self, subject: str) -> tuple[DownloadView, ...]:
        """The downloads of an item by its number, of the ``answers``, or of the whole year (an empty text)."""
        return tuple(
            DownloadView(what, kind, address, size or self._size(address))
            for what, kind, address, size in self._views.get(subject, ())
        )

    @cached_property
    def tree(self) -> dict[str, Any]:
        """The agency-year as it is written as JSON."""
        from generator.exports.data import agency_year_data

        return agency_year_data(self._content, self._assessment, self._place)

    @cached_property
    def tables(self) -> tuple["Table", ...]:
        """The items, their elements and their evidence."""
        return self._tables(self.tree["items"])

    def _tables(self, items: list[dict[str, Any]]) -> tuple["Table", ...]:
        from generator.exports.table import element_table, evidence_table, item_table

        words, address = self._choice.words, self._choice.publication.address
        return item_table(items, words, address), element_table(items), evidence_table(items)

    def _plan_year(self) -> None:
        year, place, exports = self._content.year, self._place, self._choice.exports
        if "csv" in exports:
            for position, (what, name) in enumerate(
                (("items", "data"), ("elements", "elements"), ("evidence", "evidence"))
            ):
                self._add("", what, "CSV", place.file(year, f"{name}.csv"), partial(self._year_csv, position))
        if "xlsx" in exports:
            self._add("", "all", "XLSX", place.file(year, "data.xlsx"), self._year_xlsx)
        if "data" in exports:
            self._add("", "all", "JSON", place.data(year), self._year_json)
        if "package" in exports:
            self._add("", "package", "Data Package", place.file(year, "datapackage.json"), self._package)

    def _plan_answers(self) -> None:
        year, place, exports = self._content.year, self._place, self._choice.exports
        if "csv" in exports:
            self._add("answers", "answers", "CSV", place.file(year, "answers/answers.csv"), self._answers_csv)
        if "xlsx" in exports:
            self._add("answers", "answers", "XLSX", place.file(year, "answers/answers.xlsx"), self._answers_xlsx)

    def _plan_item(self, assessed: ItemAssessment) -> None:
        item, year, exports = assessed.item, self._content.year, self._choice.exports
        for export, kind, name, make in (
            ("csv", "CSV", "data.csv", self._item_csv),
            ("xlsx", "XLSX", "data.xlsx", self._item_xlsx),
            ("data", "JSON", "data.json", self._item_json),
        ):
            if export in exports:
                address = self._place.item_file(year, item, name)
                self._add(item.number, "item", kind, address, partial(make, self._position(item.number)))

    def _plan_archive(self, assessed: ItemAssessment, budget: "Budget") -> None:
        """Not kept once made: its bytes may be many."""
        from generator.exports.archive import archive_bytes, members

        found = members(assessed, self._content, self._place)
        size = sum(file.size for _, file in found)
        if found and budget.allows(size):
            address = self._place.item_file(self._content.year, assessed.item, "evidence.zip")
            self.files[address] = partial(archive_bytes, self._content.year, found, self._read)
            self._views.setdefault(assessed.item.number, []).append(("files", "ZIP", address, file_size(size)))

    def _add(self, subject: str, what: str, kind: str, address: str, make: Make) -> None:
        self.files[address] = cache(make)
        self._views.setdefault(subject, []).append((what, kind, address, ""))

    def _size(self, address: str) -> str:
        made = self.files[address]()
        return "" if made is None else file_size(len(made))

    def _position(self, number: str) -> int:
        return next(place for place, one in enumerate(self._assessment.items) if one.item.number == number)

    def _year_json(self) -> bytes:
        from generator.exports.data import json_bytes

        return json_bytes(self.tree)

    def _year_csv(self, position: int) -> bytes:
        return _csv(self.tables[position])

    def _year_xlsx(self) -> bytes:
        return self._workbook(self._title, self.tables)

    @property
    def _title(self) -> str:
        from generator.rendering.structured import dataset_title

        return dataset_title(self._content)

    def _workbook(self, title: str, tables: tuple["Table", ...]) -> bytes:
        from generator.exports.xlsx_table import xlsx_bytes

        return xlsx_bytes(title, self._content.agency.name, tables)

    def _package(self) -> bytes:
        from generator.exports.package import package_json

        return package_json(self._content, self._place, self._choice.publication, self.distributions(), self.tables)

    def distributions(self) -> dict[str, bytes]:
        """The files of the whole year, which catalogues describe."""
        found = [address for what, _, address, _ in self._views.get("", ()) if what != "package"]
        made = {address: self.files[address]() for address in found}
        return {address: data for address, data in made.items() if data is not None}

    def _item_csv(self, position: int) -> bytes:
        from generator.exports.table import part_table

        return _csv(part_table(self.tree["items"][position]))

    def _item_xlsx(self, position: int) -> bytes:
        one = self.tree["items"][position]
        return self._workbook(f"{one['item']} {one['title']}", self._tables([one]))

    def _item_json(self, position: int) -> bytes:
        from generator.exports.item_data import item_json

        return item_json(self.tree, position)

    @cached_property
    def _answers(self) -> "Table":
        from generator.exports.answers import answer_table
        from generator.rendering.answers_view import answer_rows

        rows = answer_rows(self._content, self._assessment, self._place, self._way, self._choice.publication.address)
        return answer_table(rows, self._choice.words)

    def _answers_csv(self) -> bytes:
        return _csv(self._answers)

    def _answers_xlsx(self) -> bytes:
        return self._workbook(self._title, (self._answers,))


def _csv(table: "Table") -> bytes:
    from generator.exports.csv_table import csv_bytes

    return csv_bytes(table)
