"""The data files of one agency-year by their addresses, each made once and only when it is asked for."""

from functools import cache, partial
from typing import TYPE_CHECKING

from generator.exports.formats import MAKERS
from generator.exports.year_data import Make, YearData
from generator.oit.assessment import ItemAssessment
from generator.oit.export_formats import EXPORT_FORMATS
from generator.rendering.views import DownloadView
from generator.rendering.wording import file_size

if TYPE_CHECKING:
    from generator.exports.archive import Budget, ReadFile

_ARCHIVE = next(row for row in EXPORT_FORMATS if row.name == "archive")


class YearFiles:
    """The data files of one agency-year that a site has chosen."""

    def __init__(self, data: YearData, read: "ReadFile", budget: "Budget | None") -> None:
        """``read`` gives the bytes of an evidence file.

        ``budget`` says how much may be put into archives; nothing where none are made.
        """
        self._data = data
        self._read = read
        self.files: dict[str, Make] = {}
        self._views: dict[str, list[tuple[str, str, str, str]]] = {}
        exports = data.choice.exports
        self._chosen = [row for row in EXPORT_FORMATS if row.files and row.name in exports]
        self._plan_year()
        if "answers" in exports:
            self._plan_answers()
        for position, assessed in enumerate(data.assessment.items):
            if "items" in exports:
                self._plan_item(position, assessed)
            if budget is not None:
                self._plan_archive(assessed, budget)

    def views(self, subject: str) -> tuple[DownloadView, ...]:
        """The downloads of an item by its number, of the ``answers``, or of the whole year (an empty text)."""
        return tuple(
            DownloadView(what, label, address, size or self._size(address))
            for what, label, address, size in self._views.get(subject, ())
        )

    def distributions(self) -> dict[str, bytes]:
        """The files of the whole year, which catalogues describe."""
        return self._data.distributions()

    def _plan_year(self) -> None:
        for row in self._chosen:
            for position, file in enumerate(row.files):
                address = self._data.place.file(self._data.content.year, file.name)
                self._add("", file.what, row.label, address, partial(MAKERS[row.name].year, self._data, position))
                if file.description:
                    self._data.files[address] = self.files[address]

    def _plan_answers(self) -> None:
        for row in self._chosen:
            make = MAKERS[row.name].answers
            if make is not None:
                address = self._data.place.file(self._data.content.year, f"answers/answers.{row.suffix}")
                self._add("answers", "answers", row.label, address, partial(make, self._data))

    def _plan_item(self, position: int, assessed: ItemAssessment) -> None:
        item = assessed.item
        for row in self._chosen:
            make = MAKERS[row.name].item
            if make is not None:
                address = self._data.place.item_file(self._data.content.year, item, f"data.{row.suffix}")
                self._add(item.number, "item", row.label, address, partial(make, self._data, position))

    def _plan_archive(self, assessed: ItemAssessment, budget: "Budget") -> None:
        """Not kept once made: its bytes may be many."""
        from generator.exports.archive import archive_bytes, members

        content, place = self._data.content, self._data.place
        found = members(assessed, content, place)
        size = sum(file.size for _, file in found)
        if found and budget.allows(size):
            address = place.item_file(content.year, assessed.item, "evidence.zip")
            self.files[address] = partial(archive_bytes, content.year, found, self._read)
            view = ("files", _ARCHIVE.label, address, file_size(size))
            self._views.setdefault(assessed.item.number, []).append(view)

    def _add(self, subject: str, what: str, label: str, address: str, make: Make) -> None:
        self.files[address] = cache(make)
        self._views.setdefault(subject, []).append((what, label, address, ""))

    def _size(self, address: str) -> str:
        made = self.files[address]()
        return "" if made is None else file_size(len(made))
