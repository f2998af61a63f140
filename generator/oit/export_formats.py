"""What a site can publish for programs beside its pages, or in them: one row for each name in ``exports``.

The settings of a site, the downloads on pages, the catalogue of data, the preview and the guides all
read these rows. How the files of a row are made stands in ``exports/formats.py``.
"""

from typing import NamedTuple

from generator.oit.evidence_format import suffix_of


class DataFile(NamedTuple):
    """A file of a fiscal year.

    ``what`` is the end of the key of its words in a theme (``download_items``); ``description`` is what
    a catalogue of data says of it in Thai, and empty for a file that is no data itself.
    """

    what: str
    name: str
    description: str = ""


class ExportFormat(NamedTuple):
    """One name in ``exports``.

    ``address`` is where its main file stands, ``th`` and ``en`` say what is made. ``label`` and
    ``media_type`` are those of the files that a reader downloads; ``files`` are those of a fiscal year.
    ``needs`` are fields of ``site.yaml`` without which it is left out, ``portal_needs`` those that only a
    portal needs. One that ``is_default`` is made unless a site says what it exports, and left out in silence.
    """

    name: str
    address: str
    th: str
    en: str
    label: str = ""
    media_type: str = ""
    is_text: bool = True
    files: tuple[DataFile, ...] = ()
    is_default: bool = False
    needs: tuple[str, ...] = ()
    portal_needs: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The ending of its files, without the dot; nothing where it is no file of its own."""
        return suffix_of(self.address)

    @property
    def content_type(self) -> str:
        """Its media type as a server tells it."""
        return f"{self.media_type}; charset=utf-8" if self.is_text else self.media_type


EXPORT_FORMATS = (
    ExportFormat(
        name="csv",
        address="{year}/data.csv",
        th="ตารางข้อ องค์ประกอบ (`elements.csv`) และหลักฐาน (`evidence.csv`)",
        en="tables of items, elements (`elements.csv`) and evidence (`evidence.csv`)",
        label="CSV",
        media_type="text/csv",
        files=(
            DataFile("items", "data.csv", "ตารางข้อ O หนึ่งแถวต่อหนึ่งข้อ"),
            DataFile("elements", "elements.csv", "ตารางองค์ประกอบของทุกข้อ"),
            DataFile("evidence", "evidence.csv", "ตารางหลักฐานของทุกข้อ"),
        ),
    ),
    ExportFormat(
        name="xlsx",
        address="{year}/data.xlsx",
        th="ตารางทั้งสามในแฟ้ม Excel เดียว",
        en="the three tables in one Excel workbook",
        label="XLSX",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        is_text=False,
        files=(DataFile("all", "data.xlsx", "ข้อ องค์ประกอบ และหลักฐาน ในแฟ้มตารางคำนวณเดียว"),),
    ),
    ExportFormat(
        name="data",
        address="{year}/data.json",
        th="ทุกอย่างของปีนั้น รวมทั้งสิ่งที่[บันทึกไว้](content.md#freezes)ในแต่ละวัน",
        en="everything of the year, including its [snapshots](content.md#freezes)",
        label="JSON",
        media_type="application/json",
        files=(DataFile("all", "data.json", "ข้อมูลทั้งหมดของปีงบประมาณสำหรับโปรแกรม"),),
        is_default=True,
    ),
    ExportFormat(
        name="items",
        address="{year}/o12/data.csv",
        th="ไฟล์ชนิดที่เลือกไว้ข้างบนของแต่ละข้อ",
        en="the formats chosen above for each item",
    ),
    ExportFormat(
        name="archive",
        address="{year}/o12/evidence.zip",
        th="หลักฐานทุกไฟล์ของข้อนั้น",
        en="all evidence files of the item",
        label="ZIP",
        media_type="application/zip",
        is_text=False,
    ),
    ExportFormat(
        name="answers",
        address="{year}/answers/",
        th="ร่างคำตอบสำหรับระบบประเมิน เป็นหน้าเว็บ และเป็น CSV กับ XLSX เมื่อเลือกไว้",
        en="drafts of answers for the assessment system, as a page, and as CSV and XLSX where chosen",
    ),
    ExportFormat(
        name="package",
        address="{year}/datapackage.json",
        th="คำอธิบายชุดข้อมูลสำหรับโปรแกรม",
        en="a description of the data for programs",
        label="Data Package",
        media_type="application/json",
        files=(DataFile("package", "datapackage.json"),),
    ),
    ExportFormat(
        name="dcat",
        address="catalog.jsonld",
        th="บัญชีชุดข้อมูลของทั้งเว็บไซต์",
        en="the data catalogue of the whole site",
        media_type="application/ld+json",
        needs=("address",),
        portal_needs=("publisher",),
    ),
    ExportFormat(
        name="schema-org",
        address="",
        th="ข้อมูล schema.org ในทุกหน้า สำหรับโปรแกรมค้นหา",
        en="schema.org data in every page, for search engines",
    ),
    ExportFormat(
        name="feed",
        address="feed.xml",
        th="ความเคลื่อนไหวล่าสุด",
        en="what is new",
        media_type="application/xml",
        needs=("address",),
    ),
    ExportFormat(
        name="search",
        address="search/",
        th="หน้า[ค้นหา](search.md)และไฟล์ที่หน้านั้นใช้",
        en="the page of the [search](search.md) and the files it uses",
        is_default=True,
    ),
    ExportFormat(
        name="sitemap",
        address="sitemap.xml",
        th="รายชื่อหน้าทั้งหมด สร้างเมื่อมี `address`",
        en="a list of all pages, made when there is an `address`",
        media_type="application/xml",
        is_default=True,
        needs=("address",),
    ),
    ExportFormat(
        name="robots",
        address="robots.txt",
        th="ที่อยู่ของรายชื่อหน้าสำหรับโปรแกรมค้นหา",
        en="where search engines find the list of pages",
        media_type="text/plain",
        is_default=True,
    ),
    ExportFormat(
        name="manifest",
        address="manifest.json",
        th="ทุกไฟล์ที่เผยแพร่ด้วยค่า SHA-256 สำหรับ[ตรวจเว็บไซต์](publishing.md#verify) และค่า SHA-256 ข้างหลักฐาน",
        en="every published file with its SHA-256, to [verify the site](publishing.md#verify), "
        "and the SHA-256 next to evidence",
        media_type="application/json",
        is_default=True,
    ),
)
"""Every row, in the order of the downloads on a page."""

DISTRIBUTIONS = {file.name: (row, file) for row in EXPORT_FORMATS for file in row.files if file.description}
"""The files that the data of a year can be had in, by name, each with its row."""
