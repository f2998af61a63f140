"""Each mistake is told once, under its own code, at exactly the place that is marked in the file."""

import os
import re
from typing import Any

import pytest
from projects import Write

from diagnostics import catalogues, disclosures, evidence, fields, files, freezes, reports, texts, themes
from diagnostics.cases import AGENCY, BASE, ITEM, RESULTS, Case, item
from generator.building.check import check
from generator.diagnostics import Span
from generator.messages.diagnostic_text import notice
from generator.messages.excerpt import Sources
from generator.messages.message import messages

CASES = [
    *files.CASES, *fields.CASES, *disclosures.CASES, *reports.CASES, *texts.CASES, *catalogues.CASES, *themes.CASES,
    *freezes.CASES, *evidence.CASES,
]  # fmt: skip
ELSEWHERE = {
    "OIT130",  # tests/reading/test_inputs.py
    "OIT101", "OIT102",  # below: files of a kind that a dictionary cannot hold
    "OIT801", "OIT802", "OIT803", "OIT804", "OIT805", "OIT806",  # tests/test_build_refusals.py
    "OIT570", "OIT571", "OIT572", "OIT573", "OIT574", "OIT575", "OIT576", "OIT577", "OIT578",  # tests/examining
    "OIT590", "OIT591", "OIT592", "OIT593", "OIT594", "OIT595",  # tests/visiting
    "OIT580", "OIT581", "OIT582", "OIT583", "OIT584",  # tests/examining
    "OIT807",  # tests/test_site_archive.py
    "OIT816",  # tests/test_build_refusals.py: no content known to this program gives such an address
    "OIT808",  # tests/test_state_folder.py
    "OIT809", "OIT810",  # tests/test_targets.py
}  # fmt: skip


def test_the_sound_project_is_sound(project: Write) -> None:
    assert check(project(BASE)).diagnostics == ()


def test_the_sound_catalogue_is_sound(project: Write) -> None:
    assert check(project({**BASE, catalogues.PATH: catalogues.SOUND})).diagnostics == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.name}")
def test_place(case: Case, project: Write) -> None:
    found = check(project(case.project)).diagnostics
    assert [(d.code, d.span) for d in found] == [(case.code, case.span)]
    assert found[0].severity == messages()[case.code].severity
    for template in (*messages()[case.code].text.values(), *messages()[case.code].fix.values()):
        needed = set(re.findall(r"\{([a-z_]+)\}", re.sub(r"\[\[.*?\]\]", "", template)))
        assert needed <= dict(found[0].params).keys(), template


def test_every_code_has_a_case() -> None:
    assert {case.code for case in CASES} | ELSEWHERE == messages().keys()
    assert not {case.code for case in CASES} & ELSEWHERE


def test_a_link_is_refused(project: Write) -> None:
    made = project(BASE)
    os.symlink("o01.md", f"{made.root}/content/my-town/2564/o02.md")
    (found,) = check(made).diagnostics
    assert (found.code, found.span) == ("OIT102", Span("content/my-town/2564/o02.md"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused(project: Write) -> None:
    made = project(BASE)
    os.mkfifo(f"{made.root}/content/my-town/2564/o02.md")
    (found,) = check(made).diagnostics
    assert (found.code, found.span) == ("OIT102", Span("content/my-town/2564/o02.md"))


def test_a_file_that_may_not_be_read(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(BASE)
    real = os.open

    def refusing(path: str, *rest: Any, **more: Any) -> int:
        if str(path).endswith("o01.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refusing)
    (found,) = check(made).diagnostics
    assert (found.code, found.span) == ("OIT101", Span(ITEM))
    assert found.param("reason") == "Permission denied"


def test_twenty_mistakes_are_told_at_once(project: Write) -> None:
    """Sorted by place, each once, whatever file or field they are in."""
    made = project(
        {
            **BASE,
            AGENCY: "name: เทศบาล\nkind: เทศบาลต.\nprovince: เลย\nfax: 1\n"
            "contact: {phone: โทร, email: ก, website: www.example.go.th, map: แผนที่}\n"
            "channels:\n  - {title: ก}\n  - {link: https://example.go.th}\nexample: บางที\n",
            **item(
                "state: เสร็จ\nupdated: เมื่อวาน\nelements: {1: ครบ, ๒: มี}\n"
                "evidence:\n  - {title: ก}\n  - {nil: ไม่มี, covers: ปีนี้}\nofice: กองคลัง\n"
            ),
            RESULTS: "source: {by: ก}\npass_line: 101\nitems:\n  - {item: ก, score: 0}\n  - {item: O1}\n",
        }
    )
    found = check(made).diagnostics
    assert len(found) == 20
    assert [d.span for d in found] == sorted(d.span for d in found)
    assert len({(d.code, d.span) for d in found}) == 20


def test_the_mark_stands_under_what_is_wrong(project: Write) -> None:
    """Thai vowels and tone marks take no cell, so the mark counts cells and not characters."""
    made = project({**BASE, **item('note: "ที่นี่" # ก้\nstate: "เสร็จ"   # เมื่อนี้\n')})
    (found,) = check(made).diagnostics
    lines = notice(found, "th", Sources(made.root), 100).split("\n")
    assert lines[0].startswith(f"{ITEM}:4:8: ข้อผิดพลาด[OIT203]: ")
    assert lines[1] == '    4 | state: "เสร็จ"   # เมื่อนี้'
    assert lines[2] == "      |        ^^^^^^"
