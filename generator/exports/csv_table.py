"""A table as CSV that Excel opens with Thai intact: UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180).

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it. Such
a cell, with or without blanks before the sign, gets an apostrophe in front, as spreadsheets themselves mark a text.
"""

from generator.exports.table import Table, Value

ENCODING = "utf-8-sig"
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_TO_QUOTE = frozenset('",\r\n')


def csv_bytes(table: Table) -> bytes:
    """The table, with the names of its columns in the first line."""
    lines = [",".join(_cell(column.name) for column in table.columns)]
    lines += [",".join(_cell(value) for value in row) for row in table.rows]
    return ("\r\n".join(lines) + "\r\n").encode(ENCODING)


def harmless(text: str) -> str:
    """The text, protected from evaluation as a formula."""
    if text[:1] in ("\t", "\r", "\n") or text.lstrip().startswith(_FORMULA):
        return f"'{text}"
    return text


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = harmless(value) if isinstance(value, str) else str(value)
    if _TO_QUOTE.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
