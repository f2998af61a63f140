"""Documents with a fault planted in each, and clean ones: every fault is told, and of the clean ones nothing."""

from collections.abc import Callable

import pytest

from examining import planted
from examining.conftest import Look, codes, params

GOOD = (
    "รายงานผลการดำเนินงานประจำปี งบประมาณ พ.ศ. ๒๕๖๔ เทศบาลตำบลกกตูม",
    "ปัญหาและอุปสรรค",
    "ข้อเสนอแนะ",
)
"""The lines of a report that holds all that O12 of 2565 asks for: the year before is assessed."""

WITHOUT = (GOOD[0], "ผลการดำเนินงานเป็นไปตามแผน")
OF_ANOTHER_YEAR = ("รายงานประจำปีงบประมาณ พ.ศ. ๒๕๖๓ เทศบาลตำบลกกตูม", *GOOD[1:])
OF_ANOTHER_AGENCY = ("รายงานประจำปีงบประมาณ พ.ศ. ๒๕๖๔ เทศบาลตำบลโพกน้อย", *GOOD[1:])
CITIZEN = "1-1037-02071-81-1"

Document = tuple[str, Callable[[], bytes]]


def _page(lines: tuple[str, ...], style: str = "") -> bytes:
    return planted.printed("".join(f"<p>{line}" for line in lines), style)


def _drawn(lines: tuple[str, ...], apart: float = 0) -> bytes:
    return planted.pdf([line.translate(_ARABIC) for line in lines], apart=apart)


_ARABIC = {ord("๐") + value: str(value) for value in range(10)}


def _decomposed(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.replace("ำ", "ํา") for line in lines)


CLEAN: dict[str, Document] = {
    "printed by Chromium": ("a.pdf", lambda: _page(GOOD)),
    "printed by Chromium, letters apart": ("a.pdf", lambda: _page(GOOD, "letter-spacing:5px")),
    "printed by Chromium in a table": ("a.pdf", lambda: planted.printed(f"<table><tr><td>{'<td>'.join(GOOD)}</table>")),
    "printed by Chromium in columns": ("a.pdf", lambda: _page(GOOD, "columns:3;width:500px")),
    "printed by Chromium, decomposed": ("a.pdf", lambda: _page(_decomposed(GOOD))),
    "drawn": ("a.pdf", lambda: _drawn(GOOD)),
    "drawn, letters apart": ("a.pdf", lambda: _drawn(GOOD, 6)),
    "drawn, decomposed": ("a.pdf", lambda: _drawn(_decomposed(GOOD))),
    "drawn on three pages": ("a.pdf", lambda: planted.pdf(*[[line.translate(_ARABIC)] for line in GOOD])),
    "a Word document": ("a.docx", lambda: planted.word(*GOOD)),
    "a Word document with all in a table": ("a.docx", lambda: planted.word(cells=[[line, "-"] for line in GOOD])),
    "a Word document with its name in the head": ("a.docx", lambda: planted.word(*GOOD[1:], header=GOOD[0])),
    "a workbook": ("a.xlsx", lambda: planted.workbook(*[[line] for line in GOOD])),
    "a text": ("a.txt", lambda: "\n".join(GOOD).encode()),
    "a table as text": ("a.csv", lambda: "\n".join(GOOD).encode("utf-8-sig")),
    "a photograph": ("a.jpg", lambda: planted.photograph(placed=False)),
    "the id of a company": ("a.xlsx", lambda: _rows("เลขประจำตัวผู้เสียภาษี", 105536000313)),
    "the id of a company as text": ("a.docx", lambda: planted.word(*GOOD, "เลขทะเบียนนิติบุคคล 0-1055-36000-31-3")),
    "a code of the budget": ("a.xlsx", lambda: _rows("รหัสงบประมาณ", 1103702071811)),
    "a long code of the budget": ("a.docx", lambda: planted.word(*GOOD, "รหัส 20004500010031100011")),
    "the number of a project": ("a.docx", lambda: planted.word(*GOOD, "เลขที่โครงการ 65017123456")),
    "an id with a wrong checksum": ("a.docx", lambda: planted.word(*GOOD, "เลขประจำตัวประชาชน 1-1037-02071-81-5")),
    "an id that is masked": ("a.docx", lambda: planted.word(*GOOD, "เลขประจำตัวประชาชน 1-1037-xxxxx-81-4")),
    "the agency's own telephone": ("a.docx", lambda: planted.word(*GOOD, "โทร. 081-234-5678")),
    "a telephone of an office": ("a.docx", lambda: planted.word(*GOOD, "โทรศัพท์ 0 4361 1234")),
    "an account of the agency": ("a.docx", lambda: planted.word(*GOOD, "บัญชีเทศบาล เลขที่บัญชี 409-0-12345-6")),
    "laws of other years": ("a.docx", lambda: planted.word(*GOOD, "พระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540")),
    "a neighbour beside the own name": ("a.docx", lambda: planted.word(*GOOD, "ร่วมกับเทศบาลตำบลโพกน้อย")),
}


def _rows(label: str, number: int) -> bytes:
    return planted.workbook(*[[line] for line in GOOD], ["ชื่อ", label], ["ก", number])


FAULTY: dict[str, tuple[str, Document]] = {
    "words missing, printed": ("OIT576 OIT576", ("a.pdf", lambda: _page(WITHOUT))),
    "words missing, printed apart": ("OIT576 OIT576", ("a.pdf", lambda: _page(WITHOUT, "letter-spacing:5px"))),
    "words missing, drawn": ("OIT576 OIT576", ("a.pdf", lambda: _drawn(WITHOUT))),
    "words missing, Word": ("OIT576 OIT576", ("a.docx", lambda: planted.word(*WITHOUT))),
    "words missing, workbook": ("OIT576 OIT576", ("a.xlsx", lambda: planted.workbook(*[[line] for line in WITHOUT]))),
    "half of the words": ("OIT576", ("a.docx", lambda: planted.word(*GOOD[:2]))),
    "another year, printed": ("OIT575", ("a.pdf", lambda: _page(OF_ANOTHER_YEAR))),
    "another year, drawn": ("OIT575", ("a.pdf", lambda: _drawn(OF_ANOTHER_YEAR))),
    "another year, Word": ("OIT575", ("a.docx", lambda: planted.word(*OF_ANOTHER_YEAR))),
    "another agency, printed": ("OIT578", ("a.pdf", lambda: _page(OF_ANOTHER_AGENCY))),
    "another agency, Word": ("OIT578", ("a.docx", lambda: planted.word(*OF_ANOTHER_AGENCY))),
    "a citizen id, printed": ("OIT580", ("a.pdf", lambda: _page((*GOOD, CITIZEN)))),
    "a citizen id in Thai figures": ("OIT580", ("a.pdf", lambda: _page((*GOOD, "๑-๑๐๓๗-๐๒๐๗๑-๘๑-๑")))),
    "a citizen id, drawn": ("OIT580", ("a.pdf", lambda: _drawn((*GOOD, CITIZEN)))),
    "a citizen id in a column": ("OIT580", ("a.xlsx", lambda: _rows("เลขประจำตัวประชาชน", 1103702071811))),
    "a person's id for taxes": ("OIT580", ("a.xlsx", lambda: _rows("เลขประจำตัวผู้เสียภาษี", 1103702071811))),
    "a citizen id in a hidden sheet": (
        "OIT580",
        ("a.xlsx", lambda: planted.workbook(*[[line] for line in (*GOOD, CITIZEN)], hidden=True)),
    ),
    "a citizen id in a table": (
        "OIT580",
        ("a.docx", lambda: planted.word(*GOOD, cells=[["ชื่อ", "เลขบัตรประชาชน"], ["ก", "1103702071811"]])),
    ),
    "what may be a citizen id": ("OIT581", ("a.docx", lambda: planted.word(*GOOD, "นาย ก 1103702071811"))),
    "a mobile telephone": ("OIT582", ("a.docx", lambda: planted.word(*GOOD, "โทร. 089-765-4321"))),
    "an account": ("OIT582", ("a.docx", lambda: planted.word(*GOOD, "นาย ก เลขที่บัญชี 409-0-12345-6"))),
    "a picture of a page": ("OIT572", ("a.pdf", lambda: planted.scanned(1))),
    "a picture behind a page": ("OIT572", ("a.pdf", lambda: planted.scanned(1, of_text=[GOOD[0][:30], *GOOD[1:]]))),
    "a password": ("OIT571", ("a.pdf", lambda: planted.pdf(["2565"], password="secret"))),
    "cut": ("OIT570", ("a.pdf", lambda: _drawn(GOOD)[:400])),
    "empty": ("OIT570", ("a.pdf", lambda: b"%PDF-1.7\n")),
    "a program": ("OIT570", ("a.pdf", lambda: b"MZ" + bytes(200))),
    "a Word document that is none": ("OIT570", ("a.docx", lambda: b"PK\x03\x04" + bytes(60))),
    "a workbook that is cut": ("OIT570", ("a.xlsx", lambda: planted.workbook(GOOD)[:900])),
    "a place in a photograph": ("OIT583", ("a.jpg", lambda: planted.photograph(placed=True))),
    "a place in a photograph in a document": (
        "OIT583",
        ("a.docx", lambda: planted.word(*GOOD, picture=planted.photograph(placed=True))),
    ),
    "text that is garbled": ("OIT574", ("a.docx", lambda: planted.word("รายงาน \ue123\ue124\ue125\ue126 2563"))),
    "letters of another code": ("OIT574", ("a.docx", lambda: planted.word("ÃÒÂ§Ò¹¼Å¡ÒÃ´Óà¹Ô¹§Ò¹ »Õ 2563"))),
    "marks without letters": ("OIT574", ("a.docx", lambda: planted.word("รายงาน 1ิ 2ี 3ุ 4ู 5่ 6้ ปี 2563"))),
}


@pytest.mark.parametrize("name", CLEAN)
def test_of_a_clean_document_nothing_is_told(name: str, look: Look) -> None:
    file, made = CLEAN[name]
    assert look((file, made())).diagnostics == ()


@pytest.mark.parametrize("name", FAULTY)
def test_a_planted_fault_is_told_and_nothing_else(name: str, look: Look) -> None:
    wanted, (file, made) = FAULTY[name]
    found = look((file, made()))
    assert " ".join(codes(found)) == wanted, found.diagnostics
    assert {one.severity for one in found.diagnostics} == {"finding"}
    assert CITIZEN not in str(found.diagnostics)
    assert "1103702071811" not in str(found.diagnostics)


def test_what_is_found_stands_at_the_evidence(look: Look) -> None:
    found = look(("a.docx", planted.word(*GOOD[:2])))
    (one,) = found.diagnostics
    assert (one.span.path, one.span.line) == ("content/town/2565/o12.md", 5)
    assert params(found, "OIT576")["element"] == "4"


def test_words_are_looked_for_in_all_documents_of_an_element_together(look: Look) -> None:
    halves = [("a.docx", planted.word(*GOOD[:2])), ("b.docx", planted.word(GOOD[0], GOOD[2]))]
    assert codes(look(*halves)) == []


def test_nothing_is_said_to_be_missing_where_part_of_the_evidence_cannot_be_read(look: Look) -> None:
    assert codes(look(("a.docx", planted.word(*WITHOUT)), ("b.pdf", planted.scanned(1)))) == ["OIT572"]


def test_guidance_is_told_on_demand_only(look: Look) -> None:
    report = planted.word("แผนดำเนินงานประจำปี พ.ศ. 2565 เทศบาลตำบลกกตูม")
    assert codes(look(("a.docx", report), item="O10")) == []
    assert set(codes(look(("a.docx", report), item="O10", guidance=True))) == {"OIT576"}


def test_a_document_of_another_sort(look: Look) -> None:
    balance = planted.word("เทศบาลตำบลกกตูม งบแสดงฐานะการเงิน ปีงบประมาณ 2564")
    assert codes(look(("a.docx", balance), item="O20")) == ["OIT576", "OIT576", "OIT577"]


def test_a_report_may_hold_a_balance_sheet(look: Look) -> None:
    report = planted.word(*GOOD, "ภาคผนวก งบแสดงฐานะการเงิน")
    assert codes(look(("a.docx", report), item="O20")) == []


@pytest.mark.parametrize("covers", ["2563", "2562 - 2564"])
def test_the_year_is_that_which_the_evidence_is_said_to_cover(covers: str, look: Look) -> None:
    report = planted.word(*OF_ANOTHER_YEAR)
    assert codes(look(("a.docx", report), item="O1", fields=", covers: 2564")) == ["OIT575"]
    assert codes(look(("a.docx", report), item="O1", fields=", covers: 2563")) == []
