"""Builds that publish nothing, or cannot: what was published before stands, and the reason has a code."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from diagnostics.cases import BASE, ITEM, item
from projects import SITE, STRICT, Write

import generator
from generator.building.agency import make_agency
from generator.building.build import build
from generator.building.check import check
from generator.building.result import Outcome
from generator.project import Project
from generator.rendering import addresses
from generator.writing.disk import CrashPoint, RealDisk
from generator.writing.publish import Publication

WARNED = item("state: not-started\nevidence:\n  - nil: ไม่มีเรื่องร้องเรียน\n")
REFUSED = item("state: เสร็จ\n")


def published(project: Project) -> dict[str, bytes]:
    """Every file in the target, by its address."""
    target = Path(project.target)
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def blocked(outcome: Outcome, code: str) -> str:
    """The path that one diagnostic is about, which blocks a build."""
    (found,) = outcome.diagnostics
    assert (found.code, outcome.blocked, outcome.failed) == (code, True, True)
    return found.span.path


def test_an_error_leaves_the_old_site(project: Write) -> None:
    made = project(BASE)
    assert not build(made).failed
    before = published(made)
    outcome = build(project(REFUSED))
    assert outcome.failed
    assert not outcome.blocked
    assert published(made) == before


def test_a_warning_is_published(project: Write) -> None:
    outcome = build(project({**BASE, **WARNED}))
    assert outcome.count("warning") > 0
    assert not outcome.failed
    assert outcome.written > 0


def test_a_warning_is_not_published_under_strict(project: Write) -> None:
    made = project(BASE)
    assert not build(made, STRICT).failed
    before = published(made)
    outcome = build(project(WARNED), STRICT)
    assert outcome.failed
    assert published(made) == before
    assert not build(made).failed
    assert published(made) != before


def test_a_warning_that_stands_fails_under_strict(project: Write) -> None:
    """Also when nothing has changed since it was published without."""
    made = project({**BASE, **WARNED})
    assert not build(made).failed
    before = published(made)
    again = build(made, STRICT)
    assert (again.failed, again.made, again.written) == (True, 0, 0)
    assert published(made) == before


def test_a_check_under_strict(project: Write) -> None:
    made = project({**BASE, **WARNED})
    assert not check(made).failed
    assert check(made, STRICT).failed
    assert not os.path.exists(made.target)


def test_the_target_is_locked(project: Write) -> None:
    made = project(BASE)
    with Publication(made.target):
        outcome = build(made)
    assert blocked(outcome, "OIT801") == made.target
    assert outcome.diagnostics[0].param("process") == str(os.getpid())
    assert not build(made).failed


def test_the_target_holds_the_work_of_another(project: Write) -> None:
    made = project({**BASE, "build/letters.txt": "เรียน"})
    assert blocked(build(made), "OIT802") == made.target
    assert published(made) == {"letters.txt": "เรียน".encode()}


def test_the_target_is_the_content(project: Write) -> None:
    made = project(BASE)
    content = made._replace(target=f"{made.root}/content")
    before = published(content)
    assert blocked(build(content), "OIT803") == content.target
    assert published(content) == before


def test_the_disk_is_full(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(BASE)
    assert not build(made).failed
    before = published(made)

    def full(disk: RealDisk, path: str, content: bytes) -> None:
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(RealDisk, "write", full)
    outcome = build(project(item("note: ใหม่\n")))
    blocked(outcome, "OIT804")
    assert outcome.diagnostics[0].param("detail") == "No space left on device"
    monkeypatch.undo()
    assert published(made) == before
    assert not build(made).failed


def test_a_document_changes_while_the_site_is_made(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = "content/my-town/2564/files/plan.pdf"
    made = project({**BASE, **item("evidence:\n  - file: files/plan.pdf\n    title: แผน\n"), plan: b"%PDF-1"})

    def meanwhile(*given: object, **named: object) -> object:
        agency = make_agency(*given, **named)  # type: ignore[arg-type]
        project({plan: b"%PDF-2"})
        return agency

    monkeypatch.setattr("generator.building.units.make_agency", meanwhile)
    assert blocked(build(made), "OIT805") == f"{made.root}/{plan}"
    assert not os.path.exists(f"{made.target}/index.html")
    monkeypatch.undo()
    assert not build(made).failed


def test_notes_about_the_new_site_cannot_be_written(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(BASE)

    def reached(disk: RealDisk, point: CrashPoint) -> None:
        if point is CrashPoint.SHELVED:
            raise OSError(28, "No space left on device", made.target)

    monkeypatch.setattr(RealDisk, "reached", reached)
    blocked(build(made), "OIT806")
    assert "index.html" in published(made)
    monkeypatch.undo()
    assert not build(made).failed


def test_a_file_is_told_by_its_path_in_the_project(project: Write) -> None:
    (found,) = build(project({**BASE, **REFUSED})).diagnostics
    assert found.span.path == ITEM


@pytest.mark.parametrize("make", [build, check])
@pytest.mark.parametrize(
    ("settings", "code"),
    [("title: [\n", "OIT119"), ("title: ทดสอบ\ntheme: none\n", "OIT701")],
    ids=["settings", "theme"],
)
def test_what_is_wrong_in_an_agency_is_told_beside_what_is_wrong_in_the_site(
    project: Write, make: Callable[[Project], Outcome], settings: str, code: str
) -> None:
    outcome = make(project({**BASE, **REFUSED, SITE: settings}))
    assert {found.code for found in outcome.diagnostics} == {code, "OIT203"}
    assert outcome.failed


OWN = "content/catalogues/own.yaml"


def mistaken(*years: int) -> dict[str, str]:
    """An item with a state that there is not, in each of the years."""
    return {f"content/my-town/{year}/o01.md": "---\nitem: O1\nstate: เสร็จแล้วมั้ง\n---\n" for year in years}


@pytest.mark.parametrize(
    ("catalogue", "told"),
    [
        ("year: 2567\n", ["2564/o01.md", "2566/o01.md", "2570"]),
        ("year: 2567\r\nscheme: [\r\n", ["2564/o01.md", "2566/o01.md", "2570"]),
        ("year: 2570\n", ["2564/o01.md", "2566/o01.md", "2567/o01.md"]),
        ("year: สองพัน\n", []),
        ("title: ไม่บอกปี\n", []),
    ],
    ids=["a year that is shipped too", "broken YAML", "a year of its own", "a year in words", "no year"],
)
def test_agencies_are_checked_for_the_years_whose_catalogue_can_be_used(
    project: Write, catalogue: str, told: list[str]
) -> None:
    outcome = check(project({**BASE, **mistaken(2564, 2566, 2567, 2570), OWN: catalogue}))
    assert {found.span.path for found in outcome.diagnostics} == {OWN, *(f"content/my-town/{path}" for path in told)}
    assert outcome.failed


def test_two_catalogues_of_one_year_keep_no_other_year_from_being_checked(project: Write) -> None:
    shipped = (Path(generator.__file__).parent / "catalogues" / "oit-2567.yaml").read_bytes()
    both = {OWN: shipped, "content/catalogues/twin.yaml": shipped}
    outcome = check(project({**BASE, **mistaken(2566, 2567), **both}))
    assert {found.code for found in outcome.diagnostics} == {"OIT610", "OIT203"}
    (mistake,) = (found for found in outcome.diagnostics if found.code == "OIT203")
    assert mistake.span.path == "content/my-town/2566/o01.md"


def test_a_fault_of_the_agency_itself_is_told_beside_one_of_a_catalogue(project: Write) -> None:
    agency = "content/my-town/agency.yaml"
    outcome = check(project({**BASE, agency: "name: ก\nkind: village\nprovince: ข\n", OWN: "title: ก\n"}))
    assert {found.span.path for found in outcome.diagnostics} == {OWN, agency}


def test_an_address_that_nobody_foresaw_is_told_by_a_check_as_by_a_build(
    project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "published_name", lambda path: "con.pdf")
    evidence = item("evidence: [{file: files/plan.pdf, title: แผน}]\n")
    made = project({**BASE, **evidence, "content/my-town/2564/files/plan.pdf": b"%PDF-1.4"})
    for outcome in (check(made), build(made)):
        (found,) = outcome.diagnostics
        assert (found.code, found.span.path) == ("OIT816", "content/my-town")
        assert dict(found.params)["address"] == "2564/files/con.pdf"


def test_an_address_of_the_site_that_nobody_foresaw_is_told_by_a_check_as_by_a_build(
    project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = property(lambda place: "con/index.html")
    monkeypatch.setattr(addresses.SiteAddresses, "accessibility", statement)
    made = project(BASE)
    for outcome in (check(made), build(made)):
        (found,) = outcome.diagnostics
        assert (found.code, found.span.path) == ("OIT816", SITE)
        assert dict(found.params)["address"] == "con/index.html"


def test_a_build_leaves_the_collector_of_the_process_as_it_was(project: Write) -> None:
    before = gc.get_threshold()
    build(project(BASE))
    assert gc.get_threshold() == before
