"""What is previewed: the bytes of a build, changed by a save, kept while something is wrong."""

import shutil
from pathlib import Path

import pytest
from projects import bytes_of

from generator.building.build import build
from generator.preview.session import SHARED, Session
from generator.project import Project, find_project

SITE = "title: เว็บไซต์ตัวอย่าง\n"
AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: subdistrict-municipality\ndistrict: ตัวอย่าง\nprovince: ตัวอย่าง\nexample: yes\n"
O1 = "---\nitem: O1\nstate: done\noffice: สำนักปลัด\nevidence:\n  - {section: โครงสร้าง}\n---\n## โครงสร้าง\n\nข้อความเดิม\n"
PAGE = "one/2567/o01/index.html"
OTHER = "one/2567/o02/index.html"


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    files: dict[str, str | bytes] = {
        "content/site.yaml": SITE,
        "content/one/agency.yaml": AGENCY,
        "content/one/2567/o01.md": O1,
        "content/two/agency.yaml": AGENCY.replace("ตัวอย่าง\nkind", "ที่สอง\nkind"),
    }
    write(tmp_path, files)
    found = find_project(str(tmp_path), str(tmp_path / "public"))
    assert found is not None
    return found


def published(project: Project) -> dict[str, bytes]:
    """What a clean build publishes."""
    shutil.rmtree(project.target, ignore_errors=True)
    outcome = build(project)
    assert not outcome.failed, outcome.diagnostics
    root = Path(project.target)
    files = {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    del files[".prongsai"]
    return files


def previewed(session: Session) -> dict[str, bytes | None]:
    return {address: bytes_of(session.get(address)) for address in session.addresses()}


def test_the_preview_serves_the_bytes_of_a_build(project: Project) -> None:
    assert previewed(Session(project)) == published(project)


def test_every_export_and_language_is_previewed_as_it_is_built(project: Project) -> None:
    names = "data, csv, xlsx, items, archive, answers, package, dcat, schema-org, feed, search, sitemap, robots"
    settings = "address: https://example.go.th\npublisher: {name: จังหวัด}\nlanguages: [th, en]\n"
    evidence = "  - {file: files/plan.pdf, title: แผน}\nupdated: 2567-01-15\n---"
    files: dict[str, str | bytes] = {
        "content/site.yaml": f"{SITE}{settings}exports: [{names}]\n",
        "content/one/2567/o01.md": O1.replace("โครงสร้าง}\n---", f"โครงสร้าง}}\n{evidence}"),
        "content/one/2567/files/plan.pdf": b"%PDF-1.4",
    }
    write(Path(project.root), files)
    built = published(project)
    assert {"catalog.jsonld", "feed.xml", "one/feed.xml", "one/2567/o01/evidence.zip"} <= built.keys()
    assert {"en/index.html", "one/en/2567/o01/index.html"} <= built.keys()
    assert previewed(Session(project)) == built
    front = Session(project)  # of which nothing but the front page was looked at
    assert front.get("index.html") == built["index.html"]
    assert front.get("catalog.jsonld") == built["catalog.jsonld"]


def test_a_saved_file_changes_its_page_and_every_page_that_shows_its_state(project: Project) -> None:
    session = Session(project)
    before = session.get(OTHER)
    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("done", "in-progress").replace("เดิม", "ใหม่")})

    change = session.refresh({"one"})

    assert change is not None
    assert change.files == (("content/one/2567/o01.md", "edited"),)
    assert "ข้อความใหม่".encode() in (session.get(PAGE) or b"")
    after = session.get(OTHER) or b""
    assert after != before
    assert b'data-item="O1" data-state="in-progress"' in after
    assert previewed(session) == published(project)


def test_a_file_saved_without_a_change_makes_nothing_anew(project: Project) -> None:
    session = Session(project)
    session.get(PAGE)
    version = session.version
    (Path(project.root) / "content/one/2567/o01.md").touch()

    assert session.refresh({"one"}) is None
    assert list(session.look_again()) == []
    assert session.version == version


def test_a_change_of_which_no_event_told_is_found_in_a_quiet_moment(project: Project) -> None:
    session = Session(project)
    session.get(PAGE)
    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("เดิม", "ใหม่")})

    assert [change.agencies for change in session.look_again()] == [("one",)]
    assert previewed(session) == published(project)


def test_the_last_good_page_stays_while_something_is_wrong_and_goes_when_it_is_mended(project: Project) -> None:
    session = Session(project)
    good = session.get(PAGE)
    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("state: done", "state: finished")})
    session.refresh({"one"})
    broken_version = session.version

    assert [problem.code for problem in session.problems] == ["OIT203"]
    assert session.get(PAGE) == good

    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("เดิม", "ใหม่")})
    session.refresh({"one"})

    assert session.problems == ()
    assert session.version > broken_version
    assert previewed(session) == published(project)


def test_a_new_agency_and_a_removed_one_are_followed(project: Project) -> None:
    session = Session(project)
    previewed(session)
    root = Path(project.root)
    write(root, {"content/three/agency.yaml": AGENCY})
    shutil.rmtree(root / "content/two")

    session.refresh({SHARED, "two", "three"})

    assert session.agencies == ("one", "three")
    assert session.get("two/index.html") is None
    assert previewed(session) == published(project)


def test_changed_settings_change_every_page(project: Project) -> None:
    session = Session(project)
    session.get(PAGE)
    write(Path(project.root), {"content/site.yaml": "title: ชื่อใหม่ของเว็บไซต์\nnumerals: thai\n"})

    session.refresh({SHARED})

    assert "ชื่อใหม่ของเว็บไซต์".encode() in (session.get(PAGE) or b"")
    assert previewed(session) == published(project)


def test_settings_that_are_wrong_keep_the_site_and_tell_of_it(project: Project) -> None:
    session = Session(project)
    good = session.get(PAGE)
    write(Path(project.root), {"content/site.yaml": "titel: ก\n"})

    session.refresh({SHARED})

    assert "OIT201" in {problem.code for problem in session.problems}
    assert session.get(PAGE) == good

    write(Path(project.root), {"content/site.yaml": SITE})
    session.refresh({SHARED})

    assert session.problems == ()
    assert previewed(session) == published(project)


def test_a_theme_of_the_project_is_followed(project: Project) -> None:
    write(
        Path(project.root),
        {
            "content/site.yaml": SITE + "theme: own\n",
            "themes/own/theme.yaml": "name: own\nextends: base\n",
            "themes/own/assets/own.css": "p { margin: 0 }\n",
        },
    )
    session = Session(project)
    session.get("assets/own.css")
    write(Path(project.root), {"themes/own/assets/own.css": "p { margin: 1px }\n"})

    session.refresh({SHARED})

    assert session.get("assets/own.css") == b"p { margin: 1px }\n"


def test_a_replaced_document_is_served_as_it_is_now(project: Project) -> None:
    root = Path(project.root)
    write(
        root,
        {
            "content/one/2567/o01.md": O1.replace("---\n##", "  - file: files/plan.pdf\n    title: แผน\n---\n##"),
            "content/one/2567/files/plan.pdf": b"%PDF-1.4 plan",
        },
    )
    session = Session(project)
    assert bytes_of(session.get("one/2567/files/plan.pdf")) == b"%PDF-1.4 plan"
    write(root, {"content/one/2567/files/plan.pdf": b"%PDF-1.4 another plan"})

    session.refresh({"one"})

    assert bytes_of(session.get("one/2567/files/plan.pdf")) == b"%PDF-1.4 another plan"


def test_the_front_page_of_a_portal_waits_for_no_text_of_an_agency(project: Project) -> None:
    write(Path(project.root), {"content/two/2567/o01.md": "---\nitem: O1\n---\nดู[เอกสาร](files/none.pdf)\n"})
    session = Session(project)
    front = bytes_of(session.get("index.html"))
    assert front is not None
    assert "ที่สอง" in front.decode()
    assert [problem.code for problem in session.problems] == []
    session.get("two/index.html")
    assert [problem.code for problem in session.problems] == ["OIT502"]


def test_a_row_of_the_front_page_follows_an_agency_of_which_no_page_was_looked_at(project: Project) -> None:
    session = Session(project)
    session.get("index.html")
    write(Path(project.root), {"content/two/agency.yaml": AGENCY.replace("ตัวอย่าง\nkind", "ชื่อใหม่\nkind")})
    change = session.refresh({"two"})
    assert change is not None
    assert change.agencies == ("two",)
    front = bytes_of(session.get("index.html"))
    assert front is not None
    assert "ชื่อใหม่" in front.decode()
    assert front == published(project)["index.html"]


def test_a_row_stays_as_it_was_while_its_agency_cannot_be_read(project: Project) -> None:
    session = Session(project)
    front = bytes_of(session.get("index.html"))
    write(Path(project.root), {"content/two/agency.yaml": "name: [\n"})
    session.refresh({"two"})
    assert session.problems != ()
    assert session.get("index.html") == front


@pytest.fixture
def many(project: Project) -> Project:
    """More agencies than are made at once."""
    for number in range(12):
        folder = f"content/agency-{number}"
        write(Path(project.root), {f"{folder}/agency.yaml": AGENCY, f"{folder}/2567/o01.md": O1})
    return project


@pytest.mark.parametrize("looked_at", ["the front page", "every page"])
def test_another_branch_of_the_whole_content_is_what_is_served_at_once(many: Project, looked_at: str) -> None:
    session = Session(many)
    if looked_at == "every page":
        previewed(session)
    session.get("index.html")
    for number in range(12):
        folder = f"content/agency-{number}"
        name = AGENCY.replace("ตัวอย่าง\nkind", f"สาขา {number}\nkind")
        write(Path(many.root), {f"{folder}/agency.yaml": name, f"{folder}/2567/o01.md": O1.replace("เดิม", "ของสาขา")})

    change = session.refresh({SHARED, *(f"agency-{number}" for number in range(12))})

    assert change is not None
    assert len(change.agencies) == 12
    assert previewed(session) == published(many)
    assert list(session.look_again()) == []


def test_changed_settings_reach_agencies_that_were_only_marked(many: Project) -> None:
    session = Session(many)
    previewed(session)
    write(Path(many.root), {"content/site.yaml": "title: ชื่ออื่น\n"})

    session.refresh({SHARED})

    assert previewed(session) == published(many)


def test_the_last_good_page_stays_when_many_agencies_change_and_one_is_wrong(many: Project) -> None:
    session = Session(many)
    address = "agency-3/2567/o01/index.html"
    good = session.get(address)
    for number in range(12):
        wrong = O1.replace("state: done", "state: finished") if number == 3 else O1.replace("เดิม", "ของสาขา")
        write(Path(many.root), {f"content/agency-{number}/2567/o01.md": wrong})

    session.refresh({f"agency-{number}" for number in range(12)})

    assert session.get(address) == good
    assert [problem.code for problem in session.problems] == ["OIT203"]
