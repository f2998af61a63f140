"""Documents as officers and their printers make them, with faults planted in them: each as bytes."""

import subprocess
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from fontTools.ttLib import TTFont
from PIL import Image
from programs import chromium
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as PdfFont
from reportlab.pdfgen.canvas import Canvas

from generator.reading.theme_files import shipped_themes

_FONTS = Path(shipped_themes(), "base", "assets", "fonts")


@cache
def _font() -> str:
    """Sarabun of the base theme, under the name that it has in a PDF."""
    plain = BytesIO()
    font = TTFont(_FONTS / "sarabun-thai-400-normal.woff2")
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    pdfmetrics.registerFont(PdfFont("Sarabun", plain))
    return "Sarabun"


def pdf(*pages: Sequence[str], apart: float = 0, password: str = "") -> bytes:
    """A PDF of lines, as a program makes it that knows nothing of Thai; letters may be set ``apart``, in points.

    The font has no figures and no Latin letters: they are set in another.
    """
    target = BytesIO()
    encrypt = pdfencrypt.StandardEncryption(password) if password else None
    canvas = Canvas(target, encrypt=encrypt, invariant=True)
    for lines in pages:
        for number, line in enumerate(lines):
            text = canvas.beginText(40, 800 - 24 * number)
            text.setCharSpace(apart)
            for word in line.split(" "):
                text.setFont("Helvetica" if word.isascii() else _font(), 14)
                text.textOut(f"{word} ")
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def printed(body: str, style: str = "") -> bytes:
    """A page as Chromium prints it to PDF."""
    fonts = "".join(
        f"@font-face{{font-family:S;src:url({(_FONTS / f'sarabun-{part}-400-normal.woff2').as_uri()});{ranges}}}"
        for part, ranges in (("thai", "unicode-range:U+0E00-0E4F"), ("thai-digits", "unicode-range:U+0E50-0E59"))
    )
    with TemporaryDirectory() as folder:
        page, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(f"<meta charset=utf-8><style>{fonts}body{{font-family:S;{style}}}</style>{body}", "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        places = [f"--user-data-dir={folder}/user", f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run([chromium(), *options, *places], check=True, capture_output=True, timeout=300)
        return target.read_bytes()


def scanned(pages: int = 2, *, of_text: Sequence[str] = ()) -> bytes:
    """A PDF whose pages are pictures; a page of text may come first."""
    target, picture = BytesIO(), BytesIO()
    Image.new("L", (200, 280), 200).save(picture, "PNG")
    picture.seek(0)
    canvas = Canvas(target, invariant=True)
    if of_text:
        canvas.setFont(_font(), 14)
        for number, line in enumerate(of_text):
            canvas.drawString(40, 800 - 24 * number, line)
        canvas.showPage()
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 0, 0, 400, 560)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def endless() -> bytes:
    """A PDF of 1 KB that takes for ever: a form that shows another twice, that one another twice, and so on."""
    depth = 26
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        b"<</Length 7>>stream\n/F Do \n\nendstream",
    ]
    for level in range(depth):
        inner = b"/F Do /F Do " if level < depth - 1 else b"0 0 1 1 re f"
        below = b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level) if level < depth - 1 else b""
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 200 200]%s/Length %d>>" % (below, len(inner))
        objects.append(head + b"stream\n" + inner + b"\nendstream")
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + trailer


def word(*lines: str, cells: Sequence[Sequence[str]] = (), header: str = "", picture: bytes = b"") -> bytes:
    """A Word document of paragraphs, a table and a head of the page."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if cells:
        table = document.add_table(rows=len(cells), cols=len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if picture:
        document.add_picture(BytesIO(picture))
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def swelling() -> bytes:
    """A Word document of 3 MB that swells to 3 GB."""
    source, target = BytesIO(word("ก")), BytesIO()
    piece = bytes(1 << 20).replace(b"\0", b"x")
    with ZipFile(source) as before, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as after:
        for name in before.namelist():
            with after.open(name, "w", force_zip64=True) as part:
                part.write(before.read(name) if name != "word/document.xml" else b"")
                for _ in range(3072 if name == "word/document.xml" else 0):
                    part.write(piece)
    return target.getvalue()


def workbook(*rows: Sequence[object], hidden: bool = False) -> bytes:
    """A workbook of one sheet; with ``hidden`` the rows stand in a second one that nobody sees."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if hidden:
        sheet.append(["สรุป"])
        sheet = book.create_sheet("ข้อมูล")
        sheet.sheet_state = "hidden"
    for row in rows:
        sheet.append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def photograph(*, placed: bool) -> bytes:
    """A JPEG, as a telephone takes it that knows where it is."""
    exif = Image.Exif()
    exif[0x010F] = "Telephone"
    if placed:
        place = exif.get_ifd(0x8825)
        place.update({1: "N", 2: (16.0, 25.0, 30.0), 3: "E", 4: (102.0, 50.0, 10.0)})
    target = BytesIO()
    Image.new("RGB", (40, 30), (90, 120, 90)).save(target, "JPEG", exif=exif)
    return target.getvalue()
