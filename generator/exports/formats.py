"""How the files of each format are made: its modules are loaded where one of its files is made."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.exports.table import Table
    from generator.exports.year_data import YearData


class Maker(NamedTuple):
    """How one format is made: each file of a year by its position in the row, and the data of an item, by its position.

    ``answers`` makes the drafts of answers. Nothing stands for what the format does not have.
    """

    year: "Callable[[YearData, int], bytes]"
    item: "Callable[[YearData, int], bytes] | None" = None
    answers: "Callable[[YearData], bytes] | None" = None


def _year_json(data: "YearData", position: int) -> bytes:
    from generator.exports.data import json_bytes

    return json_bytes(data.tree)


def _item_json(data: "YearData", position: int) -> bytes:
    from generator.exports.item_data import item_json

    return item_json(data.tree, position)


def _year_csv(data: "YearData", position: int) -> bytes:
    return _csv(data.tables[position])


def _item_csv(data: "YearData", position: int) -> bytes:
    from generator.exports.table import part_table

    return _csv(part_table(data.tree["items"][position]))


def _answers_csv(data: "YearData") -> bytes:
    return _csv(data.answers)


def _csv(table: "Table") -> bytes:
    from generator.exports.csv_table import csv_bytes

    return csv_bytes(table)


def _year_xlsx(data: "YearData", position: int) -> bytes:
    return _workbook(data, data.title, data.tables)


def _item_xlsx(data: "YearData", position: int) -> bytes:
    one = data.tree["items"][position]
    return _workbook(data, f"{one['item']} {one['title']}", data.tables_of([one]))


def _answers_xlsx(data: "YearData") -> bytes:
    return _workbook(data, data.title, (data.answers,))


def _workbook(data: "YearData", title: str, tables: "tuple[Table, ...]") -> bytes:
    from generator.exports.xlsx_table import xlsx_bytes

    return xlsx_bytes(title, data.content.agency.name, tables)


def _package(data: "YearData", position: int) -> bytes:
    from generator.exports.package import package_json

    return package_json(data.content, data.place, data.publication, data.distributions(), data.tables)


MAKERS: Mapping[str, Maker] = {
    "data": Maker(_year_json, _item_json),
    "csv": Maker(_year_csv, _item_csv, _answers_csv),
    "xlsx": Maker(_year_xlsx, _item_xlsx, _answers_xlsx),
    "package": Maker(_package),
}
"""How the files of a year are made, by the name of their row in ``EXPORT_FORMATS``."""
