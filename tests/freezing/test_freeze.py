"""``freeze`` keeps what is published on a day, once; what is kept is read back as it was written."""

import datetime
import os
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ITEM, SITE, YEAR, Content, WriteSmall, Written
from sampling import examples

from generator.cli import main as cli
from generator.diagnostics import Report, Span
from generator.freezing.freeze_text import freeze_text
from generator.oit.composed import normal
from generator.oit.disclosure import EvidenceKind
from generator.oit.freeze import Freeze, FrozenEvidence, FrozenItem
from generator.oit.item_state import ItemState
from generator.reading.freeze_file import file_name, read_freeze

PLAN = b"%PDF-1.4 plan"
FREEZES = f"{YEAR}/freezes"
EVIDENCE: dict[str, Content] = {
    ITEM: "---\nitem: O1\nelements: {1: present, 2: absent}\nevidence:\n  - {file: files/plan.pdf, title: แผน}\n"
    "  - nil: ไม่มีเรื่องร้องเรียน\n---\nข้อความ\n",
    f"{YEAR}/files/plan.pdf": PLAN,
}
CALENDAR = "calendar:\n  - {key: answering, step: ตอบแบบสอบถามของปี, from: 2567-03-01, until: 2567-04-30}\n"


def freeze(written: Written, *words: str) -> int:
    return cli.run(["freeze", "town", "2567", written.root, "--lang", "en", *words])


def kept(written: Written, name: str = "2567-04-30.yaml") -> Freeze:
    path = f"{FREEZES}/{name}"
    with open(f"{written.root}/{path}", "rb") as file:
        report = Report()
        found = read_freeze(file.read(), path, 2567, report)
    assert found is not None, report.diagnostics
    return found


def test_every_item_is_kept_by_what_it_is_recognised_by(small: WriteSmall) -> None:
    written = small({**EVIDENCE, SITE: "title: เว็บไซต์ทดสอบ\nexports: []\n"})
    assert freeze(written, "--date", "30 เม.ย. 2567") == 0
    found = kept(written)
    assert (found.day, found.year) == (datetime.date(2024, 4, 30), 2567)
    one, two, three = found.items
    assert one[:3] == ("O1", ItemState.INCOMPLETE, ((1, True), (2, False)))
    assert one.evidence == (
        FrozenEvidence(EvidenceKind.FILE, "files/plan.pdf", "แผน", len(PLAN), sha256(PLAN).hexdigest()),
        FrozenEvidence(EvidenceKind.NIL, "ไม่มีเรื่องร้องเรียน", "ไม่มีเรื่องร้องเรียน", 0, ""),
    )
    assert len(one.words) == 64
    assert two.is_empty
    assert three.is_empty


def test_nothing_is_ever_written_over(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    written = small(EVIDENCE)
    assert freeze(written, "--date", "2567-04-30") == 0
    before = kept(written)
    written.write({ITEM: "---\nitem: O1\n---\nอีกข้อความ\n", f"{YEAR}/files/plan.pdf": None})
    assert freeze(written, "--date", "2024-04-30") == 2
    assert "is there already" in capsys.readouterr().err
    assert kept(written) == before
    assert freeze(written, "--date", "2567-06-15") == 0
    assert sorted(os.listdir(f"{written.root}/{FREEZES}")) == ["2567-04-30.yaml", "2567-06-15.yaml"]


def test_the_day_is_that_of_the_calendar_or_has_to_be_given(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small(EVIDENCE)
    assert freeze(written) == 2
    assert "--date" in capsys.readouterr().err
    catalogue = f"{written.root}/content/catalogues/three.yaml"
    with open(catalogue, encoding="utf-8") as file:
        text = file.read()
    written.write({"content/catalogues/three.yaml": text + CALENDAR.replace("2567-04-30", "2567-04")})
    assert freeze(written) == 2
    written.write({"content/catalogues/three.yaml": text + CALENDAR})
    assert freeze(written) == 0
    assert kept(written).day == datetime.date(2024, 4, 30)


@pytest.mark.parametrize(
    ("step", "day"),
    [
        ("{key: answering, step: ส่งคำตอบ, from: 2567-03, until: 2567-05-01}", datetime.date(2024, 5, 1)),
        ("{key: answering, step: ส่งคำตอบ, from: 2567-04-01, until: 2567-04-01}", datetime.date(2024, 4, 1)),
        ("{key: answering, step: ส่งคำตอบ, from: 2567-04-01, until: 2567-04}", None),
        ("{key: scoring, step: ตรวจคำตอบแบบ OIT, from: 2567-03-01, until: 2567-04-30}", None),
        ("{step: ตอบแบบ OIT, from: 2567-03-01, until: 2567-04-30}", None),
    ],
)
def test_the_last_day_of_answering_is_that_of_the_step_with_its_key(
    small: WriteSmall, step: str, day: datetime.date | None
) -> None:
    written = small(EVIDENCE)
    with open(f"{written.root}/content/catalogues/three.yaml", encoding="utf-8") as file:
        text = file.read()
    written.write({"content/catalogues/three.yaml": f"{text}calendar:\n  - {step}\n"})
    assert freeze(written) == (2 if day is None else 0)
    if day is not None:
        assert kept(written, file_name(day)).day == day


def day_after(days: int) -> str:
    thailand = datetime.timezone(datetime.timedelta(hours=7))
    day = datetime.datetime.now(thailand).date() + datetime.timedelta(days=days)
    return f"{day.year + 543}-{day:%m-%d}"


def test_what_is_published_on_a_day_to_come_cannot_be_kept(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small(EVIDENCE)
    for later in (day_after(2), "2667-04-30"):
        assert freeze(written, "--date", later) == 2
        assert f"{later} has not come yet" in capsys.readouterr().err
    assert not os.path.exists(f"{written.root}/{FREEZES}")
    assert freeze(written, "--date", day_after(0)) == 0


def test_the_last_day_of_answering_cannot_be_kept_before_it_has_come(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small(EVIDENCE)
    with open(f"{written.root}/content/catalogues/three.yaml", encoding="utf-8") as file:
        text = file.read()
    written.write({"content/catalogues/three.yaml": text + CALENDAR.replace("2567-04-30", day_after(30))})
    assert freeze(written) == 2
    assert f"--date {day_after(0)}" in capsys.readouterr().err


def test_a_fiscal_year_is_not_kept_before_it_begins(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    written = small(EVIDENCE)
    assert freeze(written, "--date", "2566-09-30") == 2
    assert "which begins on 2566-10-01" in capsys.readouterr().err
    assert freeze(written, "--date", "2566-10-01") == 0


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["nowhere", "2567"], 2, "There is no agency nowhere in this project (there is town)."),
        (["town", "2566"], 2, "There is no year 2566 of town (there is 2567)."),
    ],
)
def test_what_there_is_not_cannot_be_kept(
    small: WriteSmall, capsys: pytest.CaptureFixture[str], words: list[str], code: int, told: str
) -> None:
    written = small(EVIDENCE)
    assert cli.run(["freeze", *words, written.root, "--date", "2567-04-30", "--lang", "en"]) == code
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["---\nitem: O99\n---\n", "---\nitem: O1\n---\nดู[แผน](files/none.pdf)\n"])
def test_content_with_errors_is_not_kept(small: WriteSmall, capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    written = small({ITEM: wrong})
    assert freeze(written, "--date", "2567-04-30") == 1
    assert "prongsai check" in capsys.readouterr().err
    assert not os.path.exists(f"{written.root}/{FREEZES}")


def test_a_link_in_place_of_the_folder_is_not_followed(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    os.makedirs(f"{written.root}/elsewhere")
    os.symlink(f"{written.root}/elsewhere", f"{written.root}/{FREEZES}")
    assert freeze(written, "--date", "2567-04-30") != 0
    assert os.listdir(f"{written.root}/elsewhere") == []


def test_the_seal_is_of_the_values_and_not_of_the_lines(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    assert freeze(written, "--date", "2567-04-30") == 0
    path = f"{written.root}/{FREEZES}/2567-04-30.yaml"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before = kept(written)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("# ความเห็น\n" + text.replace("\n", "\r\n"))
    assert kept(written).items == before.items
    assert not written.build().failed


SUMS = st.text("0123456789abcdef", min_size=64, max_size=64)
TITLES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40).map(normal)


@st.composite
def freezes(draw: st.DrawFn) -> Freeze:
    """Whatever may be kept: titles of any letters, elements and evidence of every kind."""
    items = []
    for number in draw(st.sets(st.integers(1, 60), min_size=1, max_size=4)):
        evidence = []
        for kind in draw(st.lists(st.sampled_from(EvidenceKind), max_size=3)):
            of_file = kind is EvidenceKind.FILE
            size, checksum = (draw(st.integers(0, 10**9)), draw(SUMS)) if of_file else (0, "")
            evidence.append(FrozenEvidence(kind, draw(TITLES), draw(TITLES), size, checksum))
        marks = tuple(sorted(draw(st.dictionaries(st.integers(1, 99), st.booleans(), max_size=3)).items()))
        words = draw(st.one_of(st.just(""), SUMS))
        items.append(FrozenItem(f"O{number}", draw(st.sampled_from(ItemState)), marks, words, tuple(evidence)))
    day = draw(st.dates(datetime.date(2020, 1, 1), datetime.date(2028, 12, 31)))
    return Freeze(day, 2567, tuple(items))


@given(freezes())
@settings(max_examples=examples(60), deadline=None)
def test_what_was_written_is_read_back(freeze: Freeze) -> None:
    report = Report()
    found = read_freeze(freeze_text(freeze), f"{FREEZES}/{file_name(freeze.day)}", 2567, report)
    assert report.diagnostics == []
    assert found is not None
    assert found._replace(span=Span("")) == freeze


def test_line_ends_of_another_system_change_nothing(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    assert freeze(written, "--date", "2567-04-30") == 0
    text = EVIDENCE[ITEM]
    assert isinstance(text, str)
    written.write({ITEM: text.replace("\n", "\r\n")})
    assert freeze(written, "--date", "2567-05-01") == 0
    assert kept(written).items == kept(written, "2567-05-01.yaml").items
