"""What a check tells of what to do first: a few lines for each year, the same as data, and silence where asked."""

import json
from typing import Any

import pytest
from projects import AGENCY, ITEM, SMALL, YEAR, Content, Write, WriteSmall

from generator.cli.check import HANDFUL
from generator.cli.main import run

REPORT = """\
source: {title: รายงานผล}
indicators:
  - {indicator: 1, score: 50}
  - {indicator: 2, score: 0}
items:
  - {item: O3, score: 0}
"""
REPORTED = "---\nitem: O1\nstate: done\noffice: [กองคลัง, กองช่าง]\n---\nโครงสร้าง\n"


def out(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command that succeeds says on standard output."""
    assert run([*words]) == 0
    return capsys.readouterr().out


def data(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    todo: list[dict[str, Any]] = json.loads(out(capsys, *words, "--format", "json"))["todo"]
    return todo


def test_a_check_tells_what_to_do_first_above_how_it_ended(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    made = small({ITEM: REPORTED, f"{YEAR}/results.yaml": REPORT})
    told = out(capsys, "check", made.root, "--lang", "en")
    assert told.split("\n")[:-2] == [
        "Do these first: เทศบาลตำบลทดสอบ, fiscal year 2567",
        "  O3   นโยบาย (worth 50.00 points)",
        "       total now 25.00; with O3 met 75.00",
        "       nothing is stated of this item yet · official result 0",
        "  O1   โครงสร้าง (worth 25.00 points)",
        "       estimated total now 0.00; with O1 complete 25.00",
        "       because: O1: said to be done, and no evidence is given.",
        "       no evidence yet: ผังโครงสร้าง · ชื่อส่วนงาน",
        "       responsible: กองคลัง · กองช่าง",
        "  O2   ผู้บริหาร (worth 25.00 points)",
        "       estimated total now 0.00; with O2 complete 25.00",
        "       nothing is stated of this item yet",
        "",
    ]
    assert told.endswith("Nothing was written.\n")


def test_in_thai(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    made = small({ITEM: REPORTED, f"{YEAR}/results.yaml": REPORT})
    told = out(capsys, "check", made.root, "--lang", "th")
    assert told.startswith("ควรทำก่อน: เทศบาลตำบลทดสอบ ปีงบประมาณ พ.ศ. 2567\n")
    assert "คะแนนรวมเดิม 25.00 หาก O3 ครบจะเป็น 75.00\n" in told
    assert "ยังไม่มีหลักฐาน: ผังโครงสร้าง · ชื่อส่วนงาน\n" in told


def test_as_data(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    made = small({ITEM: REPORTED, f"{YEAR}/results.yaml": REPORT})
    (year,) = data(capsys, "check", made.root)
    assert (year["agency"], year["name"], year["year"], year["more"]) == ("town", "เทศบาลตำบลทดสอบ", 2567, 0)
    assert year["items"][0] == {
        "item": "O3",
        "title": "นโยบาย",
        "state": "not-stated",
        "official": "0.00",
        "worth": "50.00",
        "now": "25.00",
        "then": "75.00",
        "missing": [],
        "offices": [],
    }
    assert year["items"][1]["missing"] == ["ผังโครงสร้าง", "ชื่อส่วนงาน"]
    assert year["items"][1]["offices"] == ["กองคลัง", "กองช่าง"]


def test_the_first_five_are_told_and_the_rest_counted(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project({**_agencies(1), "content/site.yaml": "title: ก\nagency: town-0\n"})
    told = out(capsys, "check", made.root, "--lang", "en")
    assert told.count("(worth ") == 5
    assert "  and 38 more, on the front page of the year\n" in told


def test_a_year_with_everything_complete_has_nothing_left(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = {
        f"{YEAR}/o{number:02d}.md": f"---\nitem: O{number}\nelements: {marks}\nevidence: [{{nil: ไม่มี}}]\n---\n"
        for number, marks in ((1, "{1: มี, 2: มี}"), (2, "{1: มี}"), (3, "{1: มี}"))
    }
    made = small(whole)
    told = out(capsys, "check", made.root, "--lang", "en")
    assert told.startswith("เทศบาลตำบลทดสอบ, fiscal year 2567: every item is complete as stated.\n")


def test_quiet_says_nothing(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    made = small({})
    assert out(capsys, "check", made.root, "--quiet") == ""
    assert data(capsys, "check", made.root, "--quiet") == []


def test_a_check_that_fails_tells_only_what_is_wrong(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    made = small({ITEM: "---\nitem: O1\nstate: เสร็จ\n---\n"})
    assert run(["check", made.root, "--lang", "en"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Do these first" not in captured.err
    assert run(["check", made.root, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["todo"] == []


def test_a_check_that_is_strict_about_a_warning_tells_only_that(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    made = small({f"{YEAR}/files/unused.pdf": b"%PDF"})
    assert run(["check", made.root, "--strict", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["todo"] == []


def _agencies(count: int) -> dict[str, Content]:
    files: dict[str, Content] = {"content/site.yaml": "title: ก\nagency: all\n"}
    for at in range(count):
        files[f"content/town-{at}/agency.yaml"] = str(SMALL[AGENCY]).replace("ทดสอบ", f"ทดสอบ {at}")
        files[f"content/town-{at}/2565/o01.md"] = "---\nitem: O1\n---\n"
    return files


def test_a_portal_of_a_handful_is_told_and_a_greater_one_only_when_everything_is_asked_for(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    made = project(_agencies(HANDFUL))
    assert len(data(capsys, "check", made.root, "--jobs", "2")) == HANDFUL
    made.write(_agencies(HANDFUL + 1))
    assert data(capsys, "check", made.root, "--jobs", "2") == []
    names = [one["agency"] for one in data(capsys, "check", made.root, "--jobs", "2", "--verbose")]
    assert names == [f"town-{at}" for at in range(HANDFUL + 1)]


def test_a_build_tells_it_of_what_it_made_when_everything_is_asked_for(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    made = project(_agencies(3))
    assert "Do these first" not in out(capsys, "build", made.root, "--lang", "en")
    assert "Do these first" not in out(capsys, "build", made.root, "--lang", "en", "--verbose")
    made.write({"content/town-1/2565/o01.md": "---\nitem: O1\nstate: done\n---\n"})
    assert [one["agency"] for one in data(capsys, "build", made.root, "--verbose")] == ["town-1"]


def test_a_name_cannot_reach_the_terminal(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    """The title of an agency is written out, not obeyed."""
    made = small({AGENCY: 'name: "ก\\u0e2a\\u200eข"\nkind: other\nprovince: ขอนแก่น\n'})
    run(["check", made.root, "--lang", "en"])
    assert "\u200e" not in capsys.readouterr().out
