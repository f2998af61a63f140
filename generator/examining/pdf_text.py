"""The text of a PDF. Loaded in the child process only: the parser is native code."""

import time

import pypdfium2

from generator.examining.extract import MOST_TEXT, Extract

_ENOUGH = 6.0
"""Seconds after which no further page is begun, so that a long document ends in part and not by its limit."""

_PASSWORD = 4
"""What the parser says of a document that asks for a password."""


def read(data: bytes) -> Extract:
    """The text page by page. A page counts as blank when it shows something and holds no text."""
    until = time.monotonic() + _ENOUGH
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return Extract(fault="encrypted" if getattr(error, "err_code", 0) == _PASSWORD else "broken")
    count = len(document)
    if not count:
        return Extract(fault="broken")
    texts: list[str] = []
    size = blank = 0
    for number in range(count):
        if size > MOST_TEXT or time.monotonic() > until:
            break
        try:
            page = document[number]
            text = page.get_textpage().get_text_bounded()
            is_blank = not text.strip() and next(page.get_objects(max_depth=1), None) is not None
        except pypdfium2.PdfiumError:
            return Extract(fault="broken")
        page.close()
        texts.append(text)
        size += len(text)
        blank += is_blank
    return Extract("\f".join(texts)[:MOST_TEXT], count, blank, whole=len(texts) == count and size <= MOST_TEXT)
