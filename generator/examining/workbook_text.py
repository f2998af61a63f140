"""The text of a workbook. Loaded in the child process only."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from generator.examining.extract import MOST_TEXT, Extract


def read(data: bytes) -> Extract:
    """Every cell of every sheet, hidden ones too: a row a line, a tab between cells."""
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, SyntaxError, TypeError):
        return Extract(fault="broken")
    texts: list[str] = []
    blank = size = 0
    for sheet in book.worksheets:
        lines = []
        for row in sheet.iter_rows(values_only=True):
            line = "\t".join(_cells(row))
            lines.append(line)
            size += len(line) + 1
            if size > MOST_TEXT:
                break
        text = "\n".join(lines)
        texts.append(text)
        blank += not text.strip()
    return Extract("\f".join(texts)[:MOST_TEXT], len(book.worksheets), blank, whole=size <= MOST_TEXT)


def _cells(row: tuple[object, ...]) -> Iterator[str]:
    for value in row:
        if isinstance(value, float) and value.is_integer():
            yield str(int(value))
        else:
            yield "" if value is None else " ".join(str(value).split())
