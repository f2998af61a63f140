"""Numbers of persons in Markdown, YAML and CSV are told by every check; those of companies and budgets are not."""

import pytest
from projects import AGENCY, ITEM, YEAR, WriteSmall, told

from generator.oit.privacy import in_tables, personal_numbers

CITIZEN = "1-1037-02071-81-1"
PLAIN = "1103702071811"


def item(body: str) -> dict[str, str | bytes]:
    return {ITEM: f"---\nitem: O1\nstate: in-progress\n---\n{body}\n"}


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        (f"เลขประจำตัวประชาชน {PLAIN}", "OIT560", 5, 20),
        (f"นาย ก {CITIZEN}", "OIT560", 5, 7),
        ("บัตรประชาชน ๑๑๐๓๗๐๒๐๗๑๘๑๑", "OIT560", 5, 13),
        ("นาย ก 1 1037 02071 81 1", "OIT560", 5, 7),
        (f"ผู้รับจ้าง เลขประจำตัวผู้เสียภาษี {PLAIN}", "OIT560", 5, 35),
        (f"| ชื่อ | เลขบัตรประชาชน |\n| --- | --- |\n| นาย ก | {PLAIN} |", "OIT560", 7, 11),
        (f"นาย ก {PLAIN}", "OIT561", 5, 7),
        ("นาย ก เลขที่บัญชี 409-0-12345-6", "OIT562", 5, 19),
    ],
)
def test_a_number_of_a_person_is_told(body: str, code: str, line: int, column: int, small: WriteSmall) -> None:
    found = told(small(item(body)).check(), "warning", "finding")
    assert found == [(code, ITEM, line, column)]


@pytest.mark.parametrize(
    "body",
    [
        "ทะเบียนนิติบุคคล 0105536000313",
        "ทะเบียน 0-1055-36000-31-3",
        "รหัสงบประมาณ 1103702071811",
        "เลขที่โครงการ 65017123456",
        "เลขคุมสัญญา 650124000123",
        "รหัส 20004500010031100011",
        "ISBN 978-616-11-1234-5",
        "บัตรประชาชน 1-1037-02071-81-5",
        "บัตรประชาชน 1-1037-xxxxx-81-1",
        "[ข่าว](https://example.go.th/news/1103702071811)",
        "เลขที่บัญชีเทศบาลตำบลทดสอบ 409-0-12345-6",
        "โทร. 0 4361 1234",
        "โทร. 089-765-4321",  # the item asks for the structure, and how to reach it
        "วันที่ 1/10/2567 ถึง 30/9/2568 จำนวน 1,250,000.00 บาท",
    ],
)
def test_a_number_of_no_person_is_not_told(body: str, small: WriteSmall) -> None:
    assert told(small(item(body)).check(), "warning", "finding") == []


def test_a_mobile_telephone_is_told_where_nobody_asks_for_one(small: WriteSmall) -> None:
    path = f"{YEAR}/o03.md"
    made = small({path: "---\nitem: O3\nstate: in-progress\n---\nนางสาว ข โทร. 089-765-4321\n"})
    assert told(made.check(), "warning", "finding") == [("OIT562", path, 5, 15)]


def test_the_telephone_of_the_agency_is_no_secret(small: WriteSmall) -> None:
    agency = "name: เทศบาลตำบลทดสอบ\nkind: subdistrict-municipality\ncontact: {phone: 089-765-4321}\n"
    path = f"{YEAR}/o03.md"
    made = small({AGENCY: agency, path: "---\nitem: O3\nstate: in-progress\n---\nติดต่อ โทร. 0897654321\n"})
    assert told(made.check(), "warning", "finding") == []


def test_a_column_of_a_table_is_looked_through(small: WriteSmall) -> None:
    table = "ชื่อ,เลขประจำตัวประชาชน\nนาย ก,1103702071811\n"
    evidence = "---\nitem: O1\nevidence: [{file: files/a.csv, title: รายชื่อ}]\n---\n"
    made = small({ITEM: evidence, f"{YEAR}/files/a.csv": table.encode("utf-8-sig")})
    assert told(made.check(), "warning", "finding") == [("OIT560", f"{YEAR}/files/a.csv", 2, 1)]


def test_a_row_of_several_lines_is_told_where_it_ends(small: WriteSmall) -> None:
    table = f'ชื่อ,"เลขประจำตัว\nประชาชน"\n"นาย\nก",{PLAIN}\n'
    evidence = "---\nitem: O1\nevidence: [{file: files/a.csv, title: รายชื่อ}]\n---\n"
    made = small({ITEM: evidence, f"{YEAR}/files/a.csv": table})
    assert told(made.check(), "warning", "finding") == [("OIT560", f"{YEAR}/files/a.csv", 4, 1)]


def test_a_long_head_is_not_repeated_in_every_row() -> None:
    rows = "\n".join(["ก" * 100_000 + "เลขประจำตัวประชาชน", *[PLAIN] * 1000])
    found = in_tables("\n".join(f"{row}\t-" for row in rows.split("\n")))
    assert len(found) < 300_000
    assert {one.what for one in personal_numbers(found)} == {"citizen"}


def test_many_in_one_file_are_told_as_one(small: WriteSmall) -> None:
    outcome = small(item(f"นาย ก {CITIZEN}\nนาย ก {CITIZEN}\nนาย ข 3-1037-02071-81-8")).check()
    (found,) = [one for one in outcome.diagnostics if one.code == "OIT560"]
    assert dict(found.params) == {"number": "1-xxxx-xxxxx-x1-1", "more": "1"}


def test_the_number_is_never_printed_whole(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    from generator.cli.main import run

    made = small(item(f"นาย ก {CITIZEN} โทร"))
    for arguments in (["--lang", "en"], ["--lang", "th"], ["--format", "json"]):
        assert run(["check", made.root, *arguments]) == 0
        said = capsys.readouterr()
        assert "OIT560" in said.out + said.err
        assert CITIZEN not in said.out + said.err


def test_under_strict_an_id_keeps_the_site_from_being_published(small: WriteSmall) -> None:
    from generator.cli.main import run

    made = small(item(f"นาย ก {CITIZEN}"))
    assert run(["build", made.root, "--strict", "--quiet"]) == 1
    assert run(["build", made.root, "--quiet"]) == 0
