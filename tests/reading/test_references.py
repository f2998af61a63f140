"""No reference leads out of its folder: sixty ways to try, and a record of every file that was opened."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ITEM, YEAR, WriteSmall, Written, told

import generator

SECRET = "SECRET"
WAYS = [
    "../secret.pdf", "../../secret.pdf", "../../../secret.pdf", "../../../../secret.pdf", "../../../../../secret.pdf",
    "files/../../secret.pdf", "files/../../../../secret.pdf", "files/../../../../../secret.pdf", "./files/plan.pdf",
    "files/./plan.pdf", "files//plan.pdf", "files/../files/plan.pdf", "/etc/passwd", "//etc/passwd", "/secret.pdf",
    "~/secret.pdf", "~root/.profile", "$HOME/secret.pdf", "${HOME}/secret.pdf", "%USERPROFILE%/secret.pdf",
    "C:/secret.pdf", "C:secret.pdf", "c:\\\\secret.pdf", "\\\\\\\\server\\\\share\\\\secret.pdf",
    "//server/share/secret.pdf",
    "\\\\\\\\?\\\\C:\\\\secret.pdf", "..\\\\secret.pdf", "..\\\\..\\\\secret.pdf", "files\\\\plan.pdf",
    "files\\\\..\\\\..\\\\secret.pdf",
    "%2e%2e/secret.pdf", "%2e%2e%2fsecret.pdf", "..%2fsecret.pdf", "..%5csecret.pdf", "%252e%252e%252fsecret.pdf",
    "%c0%ae%c0%ae/secret.pdf", "..%c0%afsecret.pdf", "..%00/secret.pdf", "files/plan.pdf%00", "files/plan.pdf\\u200b",
    "．．/secret.pdf", "‥/secret.pdf", "..∕secret.pdf", "..／secret.pdf", "file:///etc/passwd", "file:secret.pdf",
    "https://example.org/x.pdf", "javascript:x.pdf", "files/plan.pdf?x=1", "files/plan.pdf#x", "files/plan.pdf/",
    "files/plan.pdf/..", "files", "files/", ".", "..", "...", "....//secret.pdf", "files/plan.pdf::$DATA",
    "../2567-old/secret.pdf",
    "../2567/files/plan.pdf", "../../town/2567/files/plan.pdf", "../../city/2567/files/plan.pdf", "o01.md",
    "results.yaml",
    "../agency.yaml", "files/Plan.pdf", "a/" * 100 + "x.pdf",
]  # fmt: skip


def surrounded(small: WriteSmall) -> Written:
    """A project with secrets all around the folder of its one year."""
    fields = "".join(f'  - file: "{way}"\n    title: ทาง\n' for way in WAYS)
    return small(
        {
            ITEM: f"---\nitem: O1\nevidence:\n{fields}---\n",
            f"{YEAR}/files/plan.pdf": b"%PDF",
            f"{YEAR}/results.yaml": "source: {title: x}\n",
            "content/town/secret.pdf": SECRET,
            "content/city/agency.yaml": "name: x\nkind: other\nprovince: y\n",
            "content/city/2567/files/plan.pdf": SECRET,
            "secret.pdf": SECRET,
        }
    )


def test_there_are_sixty_ways() -> None:
    assert len(set(WAYS)) == len(WAYS) >= 60


REFUSED = ("OIT304", "OIT305", "OIT321", "OIT322", "OIT353")


def test_no_reference_leads_out_of_the_folder_of_its_year(small: WriteSmall) -> None:
    project = surrounded(small)
    outcome = project.build()
    refused = {line: code for code, path, line, _ in told(outcome) if path == ITEM and code in REFUSED}
    assert set(refused) == {4 + 2 * number for number in range(len(WAYS))}
    for number, way in enumerate(WAYS):
        if ".." in way.split("/") or way[0] == "/" or "\\\\" in way or ":" in way:
            assert refused[4 + 2 * number] in ("OIT305", "OIT321", "OIT322"), way
    assert project.site() == {}


LINKS = [
    "../secret.pdf", "../../secret.pdf", "..%2fsecret.pdf", "%2e%2e/secret.pdf", "%252e%252e/secret.pdf",
    "/etc/passwd",
    "../../../../../../../../etc/passwd", "..\\\\secret.pdf", "//etc/passwd", "files/../../secret.pdf",
    "./../secret.pdf",
    "../../city/2567/files/plan.pdf", "file:///etc/passwd", "../agency.yaml", "../2567/files/plan.pdf", "%00.pdf",
    "files/plan.pdf%00", "files/plan.pdf?x", "/files/plan.pdf", "C:/secret.pdf", "~/secret.pdf",
]  # fmt: skip


@pytest.mark.parametrize("mark", ["", "!"], ids=["links", "pictures"])
def test_no_link_in_a_text_leads_out_either(small: WriteSmall, mark: str) -> None:
    project = surrounded(small)
    project.write({ITEM: "---\nitem: O1\n---\n" + "\n".join(f"ก {mark}[x](<{way}>)\n" for way in LINKS)})
    outcome = project.build()
    refused = {line for code, path, line, _ in told(outcome, "error") if code in ("OIT501", "OIT502", "OIT504")}
    assert refused == {4 + 2 * number for number in range(len(LINKS))}
    assert project.site() == {}


AUDIT = """
import json, os, sys
seen = []
def hear(event, arguments):
    if event in ("open", "os.listdir", "os.scandir", "os.chdir", "os.link", "os.symlink", "shutil.copyfile"):
        seen.append([event, os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else None])
    elif event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "ctypes.")):
        seen.append([event, None])
sys.addaudithook(hear)
from generator.building.build import build
from generator.building.check import check
from generator.project import Project
for make in (check, build):
    outcome = make(Project(sys.argv[1], sys.argv[1] + "/build"))
print(json.dumps([seen, outcome.failed]))
"""


@pytest.mark.parametrize("sound", [True, False], ids=["a sound project", "sixty references that lead out"])
def test_nothing_is_opened_outside_the_project(small: WriteSmall, tmp_path: Path, sound: bool) -> None:
    project = surrounded(small)
    if sound:
        text = "---\nitem: O1\nevidence:\n  - {file: files/plan.pdf, title: แผน}\n---\n[แผน](files/plan.pdf)\n"
        project.write({ITEM: text})
    package = os.path.dirname(os.path.dirname(os.path.abspath(generator.__file__)))
    done = subprocess.run(
        (sys.executable, "-c", AUDIT, project.root),
        env={**os.environ, "PYTHONPATH": package, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path.parent,
        capture_output=True,
        check=True,
    )
    seen, failed = json.loads(done.stdout)
    assert failed is not sound
    ours = {path for _, path in seen if path is not None and path.startswith(project.root)}
    assert f"{project.root}/secret.pdf" not in ours
    assert any(path.endswith("/assets/style.css") for path in ours) is sound
    assert {event for event, path in seen if path is None} <= {"os.scandir", "os.listdir", "open"}
    allowed = (
        f"{project.root}/",
        f"{package}/",
        sys.prefix,
        sys.base_prefix,
        *sys.path[1:],
        os.path.dirname(os.__file__),
    )
    for event, path in seen:
        if path is None:
            continue
        if os.path.isabs(path):
            known = path == project.root or path.startswith(tuple(allowed)) or path == os.devnull
            assert known or (event, path.startswith("/proc/self")) == ("open", True), (event, path)
        else:
            assert ".." not in path.split("/"), (event, path)
            assert "/" not in path, (event, path)


def test_only_referenced_evidence_is_published(small: WriteSmall) -> None:
    project = surrounded(small)
    project.write({ITEM: "---\nitem: O1\nevidence:\n  - {file: files/plan.pdf, title: แผน}\n---\n"})
    assert told(project.build(), "error") == []
    assert SECRET.encode() not in b"".join(project.site().values())
    assert project.site()["town/2567/files/plan.pdf"] == b"%PDF"


@pytest.mark.parametrize("place", ["ไฟล์/plan.pdf", "plan.pdf"])
def test_a_document_elsewhere_is_told_once_or_used(small: WriteSmall, place: str) -> None:
    item = "---\nitem: O1\nevidence:\n  - file: {}\n    title: แผน\n---\n"
    used = small({ITEM: item.format(place), f"{YEAR}/{place}": b"%PDF"}).check()
    assert told(used) == []
    missed = small({ITEM: item.format("files/plan.pdf"), f"{YEAR}/{place}": b"%PDF"}).check()
    assert sorted(code for code, *_ in told(missed)) == ["OIT107", "OIT304"]
    assert [one.param("suggestion") for one in missed.diagnostics if one.code == "OIT304"] == [""]
