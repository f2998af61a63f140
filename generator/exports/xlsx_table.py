"""Tables as the sheets of one XLSX workbook, the same bytes wherever it is made.

Texts are written as texts, never as formulas or links. A cell holds at most 32,767 characters;
a longer text ends in ``…`` there and is whole in the CSV and JSON files.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from generator.exports.stored_zip import stored_zip
from generator.exports.table import Column, Table, Value

LONGEST_CELL = 32_767
_CREATED = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - the format keeps a time without a zone; no clock is asked
_FONT = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top"}


def xlsx_bytes(title: str, author: str, tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table, whose first row names the columns and stays in sight."""
    from xlsxwriter import Workbook  # only where it is asked for: it is the slowest thing to import

    target = BytesIO()
    workbook = Workbook(target, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    workbook.set_properties({"title": title[:255], "author": author[:255], "created": _CREATED})
    formats = {
        "head": workbook.add_format({**_FONT, "bold": True, "text_wrap": True, "bg_color": "#E8EEF4", "bottom": 1}),
        "string": workbook.add_format({**_FONT, "text_wrap": True, "num_format": "@"}),
        "number": workbook.add_format({**_FONT, "num_format": "0.00"}),
        "integer": workbook.add_format({**_FONT, "num_format": "0"}),
    }
    for table in tables:
        _sheet(workbook, table, formats)
    workbook.close()
    with ZipFile(target) as made:
        return stored_zip([(name, made.read(name)) for name in made.namelist()])


def _sheet(workbook: Any, table: Table, formats: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(table.title)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, formats["head"])
    for line, row in enumerate(table.rows, 1):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, line, place, column, value, formats)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Any, line: int, place: int, column: Column, value: Value, formats: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value, formats["string"])
    elif isinstance(value, int):
        sheet.write_number(line, place, value, formats["integer"])
    elif column.kind == "number":
        sheet.write_number(line, place, Decimal(value), formats["number"])
    else:
        cut = value if len(value) <= LONGEST_CELL else value[: LONGEST_CELL - 1] + "…"
        sheet.write_string(line, place, cut, formats["string"])
