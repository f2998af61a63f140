"""A file with an error holds back its own pages: the last good file stands in for it, and all others are as saved."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import bytes_of

from generator.preview.session import SHARED, Session
from generator.project import Project, find_project

from .test_session import AGENCY, O1, SITE, previewed, published, write

O1_FILE, O2_FILE, O3_FILE = (f"content/one/2567/o0{number}.md" for number in (1, 2, 3))
O2, O3 = (O1.replace("O1", f"O{number}").replace("เดิม", f"ข้อ {number}") for number in (2, 3))
RESULTS = "total: 90\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    write(
        tmp_path,
        {
            "content/site.yaml": SITE,
            "content/one/agency.yaml": AGENCY,
            O1_FILE: O1.replace("---\n##", "  - {file: files/plan.pdf, title: แผน}\n---\n##"),
            O2_FILE: O2,
            O3_FILE: O3,
            "content/one/2567/files/plan.pdf": b"%PDF-1.4",
            "content/two/agency.yaml": AGENCY,
        },
    )
    found = find_project(str(tmp_path), str(tmp_path / "public"))
    assert found is not None
    return found


def page(session: Session, number: int) -> str:
    return (bytes_of(session.get(f"one/2567/o{number:02}/index.html")) or b"").decode()


def concerned(session: Session) -> dict[str, tuple[str, ...]]:
    """The pages that each error covers, by the file it is in."""
    errors = [problem for problem in session.problems if problem.severity == "error"]
    return {error.span.path: session.concern.pages(error.span.path) for error in errors}


BREAKS: dict[str, Callable[[str], str]] = {
    "no front matter": lambda text: text.replace("---\n", "", 1),
    "broken YAML": lambda text: text.replace("state: done", "state: [done"),
    "an unknown field": lambda text: text.replace("state:", "sttae:"),
    "a wrong value": lambda text: text.replace("state: done", "state: finished"),
    "a document that is missing": lambda text: text + "\nดู[แผน](files/none.pdf)\n",
    "a link that leads out": lambda text: text + "\nดู[แผน](javascript:x)\n",
    "another item's number": lambda text: text.replace("item: O", "item: O9"),
    "a byte that is no text": lambda text: text.replace("ข้อความ", "\udcff"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_pages_of_good_files_follow_while_another_file_has_an_error(project: Project, name: str) -> None:
    root = Path(project.root)
    session = Session(project)
    before = page(session, 1)
    assert "ข้อความเดิม" in before
    good = (root / O1_FILE).read_text(encoding="utf-8")
    write(root, {O1_FILE: BREAKS[name](good).encode("utf-8", "surrogateescape"), O2_FILE: O2.replace("ข้อ 2", "ใหม่")})
    session.refresh({"one"})

    assert "ข้อความใหม่" in page(session, 2)
    assert page(session, 1) == before
    assert concerned(session) == {O1_FILE: ("one/2567/o01/",)}

    write(root, {O3_FILE: O3.replace("state: done", "state: in-progress")})
    session.refresh({"one"})
    assert 'data-item="O3" data-state="in-progress"' in page(session, 2)
    assert "ข้อความเดิม" in page(session, 1)
    assert list(concerned(session)) == [O1_FILE]

    write(root, {O1_FILE: good.replace("เดิม", "ที่แก้แล้ว")})
    session.refresh({"one"})
    assert session.problems == Session(project).problems
    assert previewed(session) == published(project)


def test_two_files_with_errors_of_two_stages_are_both_told(project: Project) -> None:
    session = Session(project)
    page(session, 1)
    write(
        Path(project.root),
        {
            O1_FILE: O1.replace("state:", "sttae:"),
            O2_FILE: O2 + "\n[แผน](files/none.pdf)\n",
            O3_FILE: O3.replace("ข้อ 3", "ใหม่"),
        },
    )

    session.refresh({"one"})

    assert concerned(session) == {O1_FILE: ("one/2567/o01/",), O2_FILE: ("one/2567/o02/",)}
    assert "ข้อความข้อ 2" in page(session, 2)
    assert "ข้อความใหม่" in page(session, 3)


def test_an_item_that_never_was_good_holds_back_no_other(project: Project) -> None:
    root = Path(project.root)
    write(root, {O1_FILE: O1.replace("state: done", "state: finished")})
    session = Session(project)

    assert "ข้อความข้อ 2" in page(session, 2)
    assert "ข้อความเดิม" not in page(session, 1)
    assert concerned(session) == {O1_FILE: ("one/2567/o01/",)}

    write(root, {O1_FILE: O1})
    session.refresh({"one"})
    assert previewed(session) == published(project)


@pytest.mark.parametrize("name", ["O4.md", "o๐๔.MD"])
def test_an_item_file_by_another_name_covers_its_own_page(project: Project, name: str) -> None:
    write(Path(project.root), {f"content/one/2567/{name}": O1.replace("O1", "O4").replace("done", "finished")})
    session = Session(project)

    assert "ข้อความข้อ 2" in page(session, 2)
    assert concerned(session) == {f"content/one/2567/{name}": ("one/2567/o04/",)}


def test_the_only_file_of_a_year_may_have_an_error_from_the_start(project: Project) -> None:
    write(Path(project.root), {"content/two/2567/o01.md": "---\nitem: O1\nstate: finished\n---\n"})
    session = Session(project)

    assert 'data-item="O1"' in (bytes_of(session.get("two/2567/o02/index.html")) or b"").decode()
    assert [problem.code for problem in session.problems] == ["OIT203"]


def test_a_document_that_is_removed_leaves_the_page_that_names_it(project: Project) -> None:
    root = Path(project.root)
    session = Session(project)
    before = page(session, 1)
    (root / "content/one/2567/files/plan.pdf").unlink()
    write(root, {O2_FILE: O2.replace("ข้อ 2", "ใหม่")})

    session.refresh({"one"})

    assert page(session, 1) == before
    assert "ข้อความใหม่" in page(session, 2)
    assert list(concerned(session)) == [O1_FILE]


def test_the_agencys_own_file_may_be_broken_or_missing_while_items_follow(project: Project) -> None:
    root = Path(project.root)
    session = Session(project)
    page(session, 1)
    broken: list[Callable[[Path], object]] = [
        lambda path: path.write_text("name: [\n", encoding="utf-8"),
        lambda path: path.unlink(),
    ]
    for number, happen in enumerate(broken):
        happen(root / "content/one/agency.yaml")
        write(root, {O2_FILE: O2.replace("ข้อ 2", f"ครั้งที่ {number}")})
        session.refresh({"one"})

        assert f"ข้อความครั้งที่ {number}" in page(session, 2)
        assert set(concerned(session).values()) == {("one/",)}

    write(root, {"content/one/agency.yaml": AGENCY})
    session.refresh({"one"})
    assert session.problems == ()
    assert previewed(session) == published(project)


def test_a_year_folder_with_a_wrong_name_holds_back_nothing(project: Project) -> None:
    session = Session(project)
    page(session, 1)
    write(Path(project.root), {"content/one/plans/o01.md": O1, O2_FILE: O2.replace("ข้อ 2", "ใหม่")})

    session.refresh({"one"})

    assert "ข้อความใหม่" in page(session, 2)
    assert list(concerned(session)) == ["content/one/plans"]


SHARED_BREAKS = {
    "content/site.yaml": "titel: ก\n",
    "content/catalogues/mine.yaml": "year: [\n",
    "themes/mine/theme.yaml": "nmae: ก\n",
}


@pytest.mark.parametrize("path", SHARED_BREAKS)
def test_items_follow_while_something_shared_is_wrong_which_covers_every_page(project: Project, path: str) -> None:
    root = Path(project.root)
    write(root, {"content/site.yaml": SITE + "theme: mine\n", "themes/mine/theme.yaml": "name: mine\nextends: base\n"})
    session = Session(project)
    page(session, 1)
    write(root, {path: SHARED_BREAKS[path], O2_FILE: O2.replace("ข้อ 2", "ใหม่")})

    session.refresh({SHARED, "one"})

    assert "ข้อความใหม่" in page(session, 2)
    assert set(concerned(session).values()) == {("",)}


def test_settings_that_are_wrong_from_the_start_hold_back_no_agency(project: Project) -> None:
    root = Path(project.root)
    write(root, {"content/site.yaml": "titel: ก\n"})
    session = Session(project)

    assert "ข้อความข้อ 2" in page(session, 2)
    assert "OIT201" in {problem.code for problem in session.problems}

    write(root, {"content/site.yaml": SITE})
    session.refresh({SHARED})
    assert session.problems == ()
    assert previewed(session) == published(project)


def test_content_that_is_away_is_one_problem_and_every_page_stays(project: Project) -> None:
    root = Path(project.root)
    session = Session(project)
    before = previewed(session)
    shutil.move(root / "content", root / "away")
    session.refresh({SHARED, "one", "two"})

    assert [(problem.code, problem.span.path) for problem in session.problems] == [("OIT124", "content")]
    assert session.get("one/2567/o01/index.html") == before["one/2567/o01/index.html"]

    shutil.move(root / "away", root / "content")
    write(root, {O2_FILE: O2.replace("ข้อ 2", "ใหม่")})
    session.refresh({SHARED, "one", "two"})
    assert session.problems == ()
    assert previewed(session) == published(project)
