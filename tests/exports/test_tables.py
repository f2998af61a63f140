"""CSV and XLSX say what ``data.json`` says, to the last digit, and a spreadsheet opens them as they are meant."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from content.pages import Page, Site
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from projects import SMALL, Write, WriteSmall
from tables import every_row

from generator.exports.csv_table import csv_bytes, harmless
from generator.exports.table import ELEMENT_COLUMNS, EVIDENCE_COLUMNS, ITEM_COLUMNS, Column, Table
from generator.exports.xlsx_table import LONGEST_CELL, xlsx_bytes

YEARS = [
    "site/che-bilang/2567", "site/kok-tum/2565", "site/kut-chik/2564", "site/phok-noi/2565", "example/2566",
    "example/2565", "portal/town/2567", "portal/other/2567", "portal/third/2567",
]  # fmt: skip
EXPORTS = "title: เว็บไซต์ทดสอบ\nexports: [data, csv, xlsx, items]\n"
Row = dict[str, str]


@pytest.fixture(params=YEARS)
def folder(request: pytest.FixtureRequest) -> Path:
    name, _, address = str(request.param).partition("/")
    root = request.getfixturevalue(name).root
    assert isinstance(root, Path)
    return root / address


def _data(folder: Path) -> dict[str, Any]:
    tree = json.loads((folder / "data.json").read_bytes())
    assert isinstance(tree, dict)
    return tree


def _csv(path: Path) -> list[Row]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else harmless(str(value))


def _items(data: dict[str, Any]) -> list[Row]:
    """What each row of items must hold, worked out from the JSON alone."""
    found = []
    for item in data["items"]:
        required = item["period"]["required"] or {"from": None, "until": None}
        same = ("item", "title", "own_title", "indicator", "sub_indicator", "state", "official", "official_inferred")
        values = {name: item[name] for name in (*same, "worth", "updated", "address")}
        values |= {
            "elements_met": sum(one["met"] for one in item["elements"]),
            "elements": len(item["elements"]),
            "offices": " | ".join(item["offices"]),
            "documents": " | ".join(item["documents"]),
            "evidence": len(item["evidence"]),
            "path": " > ".join(item["path"]),
            "period": item["period"]["text"],
            "required_from": required["from"],
            "required_until": required["until"],
            "note": item["note"].strip(),
        }
        found.append({name: _text(value) for name, value in values.items()})
    return found


def _evidence(data: dict[str, Any]) -> list[Row]:
    found = []
    for item in data["items"]:
        for number, one in enumerate(item["evidence"], 1):
            covers = one["covers"] or {"from": None, "until": None}
            values = {name: one[name] for name in ("kind", "title", "target", "size", "date", "fit", "language")}
            values |= {"item": item["item"], "no": number, "covers_from": covers["from"]}
            values |= {"covers_until": covers["until"], "shows": ", ".join(map(str, one["shows"]))}
            found.append({name: _text(value) for name, value in {**values, "note": one["note"].strip()}.items()})
    return found


def _elements(data: dict[str, Any]) -> list[Row]:
    names = ("no", "text", "declared", "met", "local_government_only")
    return [
        {"item": item["item"], **{name: _text(one[name]) for name in names}}
        for item in data["items"]
        for one in item["elements"]
    ]


def test_the_tables_of_a_year_hold_the_items_elements_and_evidence_of_its_data(folder: Path) -> None:
    data = _data(folder)
    items = _csv(folder / "data.csv")
    assert len(items) == data["catalogue"]["items"]
    assert [
        {name: row[name] for name in expected} for row, expected in zip(items, _items(data), strict=True)
    ] == _items(data)
    assert {row["state_title"] for row in items} <= {
        "ครบตามที่หน่วยงานแจ้ง", "หน่วยงานแจ้งว่าทำแล้ว", "ขาดองค์ประกอบ", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", "ไม่มีข้อมูล",
    }  # fmt: skip
    assert _csv(folder / "elements.csv") == _elements(data)
    found = _csv(folder / "evidence.csv")
    assert found == _evidence(data)


def _sheet(sheet: Worksheet, columns: tuple[Column, ...]) -> list[Row]:
    """A sheet by the names of its columns, its cells as they would stand in CSV."""
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == [column.title for column in columns]
    found = []
    for row in rows[1:]:
        assert all(cell.data_type in ("s", "n", "b") for cell in row)
        found.append({column.name: _cell(cell.value, column) for cell, column in zip(row, columns, strict=True)})
    return found


def _cell(value: object, column: Column) -> str:
    if column.kind == "number" and value is not None:
        assert isinstance(value, int | float)
        return f"{value:.2f}"
    return _text(value)


def test_the_workbook_of_a_year_holds_the_same_tables(folder: Path) -> None:
    book = load_workbook(folder / "data.xlsx")
    assert book.sheetnames == ["ข้อ", "องค์ประกอบ", "หลักฐาน"]
    for name, title, columns in (
        ("data", "ข้อ", ITEM_COLUMNS),
        ("elements", "องค์ประกอบ", ELEMENT_COLUMNS),
        ("evidence", "หลักฐาน", EVIDENCE_COLUMNS),
    ):
        assert _sheet(book[title], columns) == _csv(folder / f"{name}.csv"), name


def test_a_workbook_keeps_its_head_in_sight_and_shows_thai_in_a_thai_font(site: Site) -> None:
    sheet = load_workbook(site.root / "kut-chik/2564/data.xlsx")["ข้อ"]
    assert sheet.freeze_panes == "B2"
    assert {cell.font.name for row in sheet.iter_rows(max_row=3) for cell in row if cell.value} == {"TH Sarabun New"}
    assert [sheet.column_dimensions[letter].width > 5 for letter in "ABC"] == [True] * 3


def test_a_workbook_tells_no_time_but_that_of_the_format(site: Site, example: Site) -> None:
    for path in (site.root / "kut-chik/2564/data.xlsx", example.root / "2566/o01/data.xlsx"):
        with zipfile.ZipFile(path) as book:
            assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {(info.compress_type, info.create_system) for info in book.infolist()} == {(zipfile.ZIP_STORED, 3)}
            core = book.read("docProps/core.xml").decode("utf-8")
        assert core.count("1980-01-01T00:00:00Z") == 2


def test_every_item_has_its_own_files_with_what_the_year_says_of_it(folder: Path) -> None:
    data = _data(folder)
    items = {row["item"]: row for row in _csv(folder / "data.csv")}
    for item in data["items"]:
        own = folder / Path(item["address"]).parent.name
        alone = json.loads((own / "data.json").read_bytes())
        assert alone["item"] == item
        assert (alone["year"], alone["agency"]["name"]) == (data["year"], data["agency"]["name"])
        rows = _csv(own / "data.csv")
        by_part = {
            part: [row for row in rows if row["part"] == part]
            for part in ("item", "official", "worth", "office", "document", "step", "element", "evidence")
        }
        assert sum(map(len, by_part.values())) == len(rows)
        (head,) = by_part["item"]
        assert (head["title"], head["kind"], head["target"]) == (item["title"], item["state"], item["address"])
        assert [row["title"] for row in by_part["worth"]] == [item["worth"]]
        assert [row["title"] for row in by_part["official"]] == ([item["official"]] if item["official"] else [])
        for part, name in (("office", "offices"), ("document", "documents"), ("step", "path")):
            assert [row["title"] for row in by_part[part]] == [_text(text) for text in item[name]]
        assert [row["title"] for row in by_part["element"]] == [_text(one["text"]) for one in item["elements"]]
        expected = [{**row} for row in _evidence({"items": [item]})]
        assert [{name: row[name] for name in row if name != "part"} for row in by_part["evidence"]] == [
            {name: value for name, value in row.items() if name != "item"} for row in expected
        ]
        book = load_workbook(own / "data.xlsx")
        (line,) = _sheet(book["ข้อ"], ITEM_COLUMNS)
        assert line == items[item["item"]]
        assert _sheet(book["องค์ประกอบ"], ELEMENT_COLUMNS) == _elements({"items": [item]})
        assert _sheet(book["หลักฐาน"], EVIDENCE_COLUMNS) == expected


@pytest.mark.parametrize(("name", "years"), [("portal", ["town/2567", "other/2567"]), ("alone", ["2566", "2565"])])
def test_every_figure_of_the_tables_is_that_of_the_page_of_its_item(
    request: pytest.FixtureRequest, name: str, years: list[str]
) -> None:
    root = request.getfixturevalue(name).root
    figures = 0
    for year in years:
        evidence = _csv(root / year / "evidence.csv")
        elements = _csv(root / year / "elements.csv")
        for row in _csv(root / year / "data.csv"):
            page = Page(root / row["address"])
            official = row["official"].removesuffix(".00")
            shown = [f"{row['worth']} คะแนน"] if row["worth"] else []
            shown += [f"ผลทางการ {official}"] if official else []
            shown += [row["title"], row["state_title"]]
            shown += [one["text"] for one in elements if one["item"] == row["item"]]
            shown += [one["title"].removeprefix("'") for one in evidence if one["item"] == row["item"]]
            assert list(page.missing(shown)) == [], row["address"]
            figures += bool(row["worth"]) + bool(official)
    assert figures > 5


def test_with_an_address_the_whole_address_of_each_page_stands_beside(example: Site) -> None:
    for row in _csv(example.root / "2566/data.csv"):
        assert row["url"] == f"https://example.invalid/ita/{row['address']}"


@every_row(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+66 2 000 0000", "'+66 2 000 0000"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        ("ข้อความ =1", "ข้อความ =1"),
        ("O12", "O12"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_made_a_text(text: str, written: str) -> None:
    assert harmless(text) == written


def test_no_cell_of_a_site_full_of_formulas_is_one(project: Write) -> None:
    item = '---\nitem: O1\ntitle: "=HYPERLINK(\\"https://example.org\\")"\noffice: "@office"\nnote: "-2+3"\n---\n'
    written = project({**SMALL, "content/site.yaml": EXPORTS, "content/town/2567/o01.md": item})
    assert not written.build().failed
    built = written.site()
    text = built["town/2567/data.csv"].decode("utf-8-sig") + built["town/2567/o01/data.csv"].decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert "'@office" in cells
    assert "'-2+3" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    sheet = load_workbook(io.BytesIO(built["town/2567/data.xlsx"]))["ข้อ"]
    assert sheet["C2"].value == '=HYPERLINK("https://example.org")'
    assert sheet["C2"].data_type in ("s", "f")
    with zipfile.ZipFile(io.BytesIO(built["town/2567/data.xlsx"])) as book:
        assert not [name for name in book.namelist() if b"<f>" in book.read(name) or b"hyperlink" in book.read(name)]


def test_quotation_marks_commas_and_lines_come_back_as_they_were() -> None:
    texts = ("ก,ข", 'เขาว่า "ใช่"', "สอง\nบรรทัด", "ธรรมดา")
    table = Table("a", "ก", tuple(Column(f"c{place}", "ช่อง") for place in range(4)), (texts,))
    read = csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""), strict=True)
    assert list(read)[1] == list(texts)


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    table = Table("a", "ก", (Column("c", "ช่อง"),), (("ก" * 40_000,), ("ข" * LONGEST_CELL,)))
    sheet = load_workbook(io.BytesIO(xlsx_bytes("ชื่อ", "ผู้จัดทำ", [table])))["ก"]
    cut, whole = str(sheet["A2"].value), str(sheet["A3"].value)
    assert (len(cut), cut[-1], whole) == (LONGEST_CELL, "…", "ข" * LONGEST_CELL)


@pytest.mark.parametrize(
    ("exports", "there"),
    [
        ("[data]", {"data.json"}),
        ("[csv]", {"data.csv", "elements.csv", "evidence.csv"}),
        ("[xlsx]", {"data.xlsx"}),
        ("[csv, items]", {"data.csv", "elements.csv", "evidence.csv", *(f"o0{n}/data.csv" for n in (1, 2, 3))}),
        ("[items]", set()),
    ],
)
def test_only_what_a_site_names_is_made_and_linked(small: WriteSmall, exports: str, there: set[str]) -> None:
    written = small({"content/site.yaml": f"title: เว็บไซต์ทดสอบ\nexports: {exports}\n"})
    assert not written.build().failed
    built = written.site()
    found = {name.removeprefix("town/2567/") for name in built if name.startswith("town/2567/")}
    assert {name for name in found if not name.endswith(".html")} == there
    pages = {"": built["town/2567/index.html"].decode(), "o01/": built["town/2567/o01/index.html"].decode()}
    for folder, html in pages.items():
        own = {name for name in there if name.startswith(folder) and "/" not in name.removeprefix(folder)}
        for name in own:
            assert f'href="../../town/2567/{name}"' in html or f'href="../../../town/2567/{name}"' in html
        assert html.count('class="downloads"') == bool(own)
