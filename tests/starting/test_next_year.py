"""The next fiscal year: what is not bound to a year comes along, item by item; what is there is never written over."""

import shutil
from pathlib import Path

import pytest

import generator

from .beginnings import WORDS, Commands, tree

REPORTS = Path(__file__).resolve().parents[2] / "content"
SITE = "title: ทดลอง\nagency: {slug}\n"
AGENCY = "name: เทศบาลตำบลทดลอง\nkind: subdistrict-municipality\nprovince: ทดลอง\n"
FORMER = {
    # current in both years, and asked for in the same words but for elements 2, 3 and 5
    "o01.md": (
        "item: O1\nstate: done\noffice: [สำนักปลัด, กองช่าง]\nupdated: 2565-01-15\n"
        "elements: {1: present, 2: present, 3: absent}\n"
        "documents: [คำสั่งแบ่งงาน]\nnote: ของปี 2565\npath: [หน้าแรก, โครงสร้าง]\n"
        "evidence:\n"
        "  - {file: files/structure.txt, title: ผัง, covers: 2565, date: 15 ต.ค. 2564, language: th,\n"
        "     shows: [1], note: 'ลงนาม: แล้ว'}\n"
        "  - {section: หัวข้อ เดิม}\n"
        "  - {nil: ไม่มีการเปลี่ยนแปลง}",
        "## หัวข้อ เดิม\n\nดู[อำนาจหน้าที่](o03.md) [ราคากลาง](o22.md) [ผล](results.md) ![ผัง](files/picture.png)\n",
    ),
    "o03.md": (
        "item: O3\nstate: in-progress\noffice: กองคลัง\n"
        "evidence: [{link: 'https://example.go.th/ก?ข=1', title: กฎหมาย}]",
        "",
    ),
    # bound to a year
    "o12.md": (
        "item: O12\nstate: done\noffice: กองแผน\npath: [หน้าแรก, รายงาน]\nelements: {1: present}\n"
        "evidence: [{file: files/report.txt, title: รายงาน, covers: 2564}]",
        "เนื้อหาของปีก่อน",
    ),
}


def write_former(root: Path, year: int = 2565) -> Path:
    """A project with one agency and one year."""
    folder = root / f"content/thot-long/{year}"
    (folder / "files").mkdir(parents=True)
    (root / "content/site.yaml").write_text(SITE.format(slug="thot-long"), encoding="utf-8")
    (root / "content/thot-long/agency.yaml").write_text(AGENCY, encoding="utf-8")
    for name, (front, body) in FORMER.items():
        (folder / name).write_text(f"---\n{front}\n---\n{body}", encoding="utf-8")
    for name in ("structure.txt", "picture.png", "report.txt"):
        (folder / "files" / name).write_bytes(name.encode())
    (folder / "results.md").write_text("---\ntitle: รายงาน\n---\nผลการประเมิน\n", encoding="utf-8")
    return root


def opened(root: Path, year: int, name: str) -> str:
    return (root / f"content/thot-long/{year}/{name}").read_text(encoding="utf-8")


def test_a_year_with_everything_carried_over_builds_at_once(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    told = command("new", tmp_path, "--year", "2568")
    assert told.code == 0
    assert "28 items in content/thot-long/2568, 2 with content of 2565" in told.out
    built = command.build(tmp_path)
    of_2568 = [d for d in built["diagnostics"] if "/2568/" in str(d) and d["severity"] == "error"]
    assert of_2568 == []
    assert built["outcome"]["published"] is True


def test_the_office_and_the_path_come_along_even_for_what_is_bound_to_a_year(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2568")
    text = opened(tmp_path, 2568, "o07.md")
    assert "# ปี 2565 คือ O12\n" in text
    assert "\nitem: O7\n" in text
    assert "\noffice: กองแผน\n" in text
    assert "\npath: [หน้าแรก, รายงาน]\n" in text
    assert "\nstate: not-started\n" in text
    assert "\n  1:\n" in text
    assert "report.txt" not in text
    assert text.endswith("---\n")


def test_current_information_comes_along_with_its_evidence_text_and_marks(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2566")
    text = opened(tmp_path, 2566, "o01.md")
    assert "# ปี 2565 คือ O1\n" in text
    assert "\nstate: in-progress\n" in text
    assert "\noffice: [สำนักปลัด, กองช่าง]\n" in text
    assert "\n  1: present\n" in text
    assert (
        "\n  - file: files/structure.txt\n    title: ผัง\n    covers: 2565\n    date: 2564-10-15\n"
        '    language: th\n    shows: [1]\n    note: "ลงนาม: แล้ว"\n'
    ) in text
    assert "\n  - section: หัวข้อ เดิม\n" in text
    assert "\n  - nil: ไม่มีการเปลี่ยนแปลง\n" in text
    assert "\n---\n## หัวข้อ เดิม\n" in text
    for bound in ("updated:", "documents:", "note: ของปี", "คำสั่งแบ่งงาน"):
        assert bound not in text


def test_links_go_on_leading_to_what_they_led_to(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2568")
    text = opened(tmp_path, 2568, "o01.md")
    assert "[อำนาจหน้าที่](o01.md)" in text
    assert "[ราคากลาง](../2565/o22.md)" in text
    assert "ผล ![ผัง](files/picture.png)" in text


def test_only_the_files_that_are_still_referred_to_are_copied(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2566")
    copied = tree(tmp_path / "content/thot-long/2566/files")
    assert copied == {".gitkeep": b"", "picture.png": b"picture.png", "structure.txt": b"structure.txt"}


def test_an_item_that_absorbed_two_takes_over_both(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2568")
    text = opened(tmp_path, 2568, "o01.md")
    assert "# ปี 2565 คือ O1, O3\n" in text
    assert "\noffice: [สำนักปลัด, กองช่าง, กองคลัง]\n" in text
    assert '\n  - link: "https://example.go.th/ก?ข=1"\n    title: กฎหมาย\n' in text


def test_evidence_stands_behind_no_element_it_was_not_meant_for(tmp_path: Path, command: Commands) -> None:
    """A piece that showed the whole of a smaller item must not show the whole of the larger one."""
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2568")
    section = opened(tmp_path, 2568, "o01.md").split("  - section: หัวข้อ เดิม\n")[1].split("  - ")[0]
    assert section.lstrip().startswith(("shows: [", "# โปรดระบุเลข"))


@pytest.mark.parametrize("year", [2566, 2567, 2568, 2569])
def test_nothing_is_done_until_an_officer_has_looked(year: int, tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    assert command("new", tmp_path, "--year", str(year)).code == 0
    states = {
        line
        for path in (tmp_path / f"content/thot-long/{year}").glob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("state:")
    }
    assert states == {"state: not-started", "state: in-progress"}


def test_the_latest_year_before_the_new_one_is_taken(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2569")
    told = command("new", tmp_path, "--year", "2567")
    assert "with content of 2565" in told.out


def test_nothing_of_a_later_year_is_carried_back(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    told = command("new", tmp_path, "--year", "2563")
    assert (told.code, "nothing is carried back from 2565" in told.out) == (0, True)
    text = opened(tmp_path, 2563, "o01.md")
    assert "2565" not in text
    assert "state: not-started\noffice:\n" in text.replace(
        "# หน่วยงานผู้รับผิดชอบ เช่น สำนักปลัด หลายหน่วยงานเขียนว่า [สำนักปลัด, กองคลัง]\n", ""
    )
    assert not (tmp_path / "content/thot-long/2563/files/structure.txt").exists()


def test_the_schemas_of_the_new_year_are_there(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    command("new", tmp_path, "--year", "2568")
    assert (tmp_path / ".prongsai/schema/disclosure-2568.json").is_file()


def test_a_real_report_without_disclosures_carries_its_topics(tmp_path: Path, command: Commands) -> None:
    shutil.copytree(REPORTS / "kok-tum", tmp_path / "content/kok-tum")
    (tmp_path / "content/site.yaml").write_text(SITE.format(slug="kok-tum"), encoding="utf-8")
    before = tree(tmp_path / "content")
    told = command("new", tmp_path, "--year", "2568")
    assert told.code == 0
    folder = tmp_path / "content/kok-tum/2568"
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert len(texts) == 28
    assert "# ปี 2565 คือ O1, O3\n" in texts["o01.md"]
    assert "# ปี 2565 คือ O34\n" in texts["o21.md"]
    assert "# ปี 2565 ไม่มีข้อนี้\n" in texts["o22.md"]
    assert all("\nstate: not-started\n" in text for text in texts.values())
    after = tree(tmp_path / "content")
    assert {path: data for path, data in after.items() if "/2568/" not in path} == before
    built = command.build(tmp_path)
    assert built["outcome"]["errors"] == 0
    assert built["outcome"]["published"] is True


def test_an_existing_year_is_left_alone(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    before = tree(tmp_path)
    told = command("new", tmp_path, "--year", "2565")
    assert told.code == 2
    assert told.err.count("\n") == 1
    assert tree(tmp_path) == before
    (tmp_path / "content/thot-long/2566").mkdir()
    assert command("new", tmp_path, "--year", "2566").code == 2


@pytest.mark.parametrize(
    "words", [["--name", "ก", "--year", "2568"], ["--example"], ["--year", "2570"], ["--year", "ปี"], []]
)
def test_what_cannot_be_carried_out_in_a_project(words: list[str], tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    before = tree(tmp_path)
    told = command("new", tmp_path, *words)
    assert told.code == 2
    assert told.err.count("\n") == 1
    assert tree(tmp_path) == before


def test_on_a_portal_the_agency_is_named(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    shutil.copytree(REPORTS / "kok-tum", tmp_path / "content/kok-tum")
    (tmp_path / "content/site.yaml").write_text("title: ทดลอง\n", encoding="utf-8")
    unnamed = command("new", tmp_path, "--year", "2568")
    assert unnamed.code == 2
    assert "kok-tum, thot-long" in unnamed.err
    assert command("new", tmp_path, "--year", "2568", "--slug", "thot-lon").code == 2
    assert command("new", tmp_path, "--year", "2568", "--slug", "thot-long").code == 0
    assert (tmp_path / "content/thot-long/2568/o28.md").is_file()
    assert not (tmp_path / "content/kok-tum/2568").exists()


def test_content_with_errors_is_mended_first(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    (tmp_path / "content/thot-long/2565/o03.md").write_text("---\nitem: O3\nstat: done\n---\n", encoding="utf-8")
    before = tree(tmp_path)
    told = command("new", tmp_path, "--year", "2568")
    assert told.code == 1
    assert "prongsai check" in told.err
    assert tree(tmp_path) == before


def test_when_it_cannot_be_written_the_project_stays_as_it_was(
    tmp_path: Path, command: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_former(tmp_path)

    def full(*words: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    before = tree(tmp_path / "content")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", full)
        told = command("new", tmp_path, "--year", "2568")
    assert told.code == 3
    assert tree(tmp_path / "content") == before


def test_an_agency_without_a_year_begins_with_an_untouched_one(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2569")
    shutil.rmtree(tmp_path / "site/content/agency/2569")
    told = command("new", tmp_path / "site", "--year", "2568")
    assert told.code == 0
    text = (tmp_path / "site/content/agency/2568/o01.md").read_text(encoding="utf-8")
    assert "# ปี " not in text
    assert command.build(tmp_path / "site")["diagnostics"] == []


def test_a_catalogue_of_the_project_opens_a_year_that_is_not_shipped(tmp_path: Path, command: Commands) -> None:
    write_former(tmp_path)
    shipped = Path(generator.__file__).parent / "catalogues/oit-2569.yaml"
    own = tmp_path / "content/catalogues/oit-2570.yaml"
    own.parent.mkdir()
    own.write_text(shipped.read_text(encoding="utf-8").replace("year: 2569", "year: 2570", 1), encoding="utf-8")
    assert command("new", tmp_path, "--year", "2570").code == 0
    assert (tmp_path / ".prongsai/schema/disclosure-2570.json").is_file()
    assert command.build(tmp_path)["outcome"]["errors"] == 0
