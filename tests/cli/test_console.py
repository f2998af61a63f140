"""What is said when a build ends: errors last, machines apart, and nothing that content could fake."""

import json
from typing import Any

import pytest
from projects import Write

from generator.building.result import Outcome
from generator.cli.console import Console
from generator.diagnostics import Diagnostic, Span
from generator.project import Project

ERROR = Diagnostic("OIT203", "error", Span("content/a.md", 1, 8, 12), (("value", "เสร็จ"), ("choices", "done, มี")))
WARNING = Diagnostic("OIT313", "warning", Span("content/z.pdf"))
FINDING = Diagnostic("OIT418", "finding", Span("content/a.md", 2, 1, 2), (("subject", "indicator 9"),))
HERE = Project("/nowhere/project", "/nowhere/project/build")


def outcome(*diagnostics: Diagnostic, **more: Any) -> Outcome:
    """An outcome of four agencies."""
    counts = {"pages": 188, "agencies": 4, "made": 4, "written": 203, "seconds": 0.5, "blocked": False} | more
    return Outcome(diagnostics=diagnostics, **counts)


def shown(capsys: pytest.CaptureFixture[str], result: Outcome, published: bool, **options: Any) -> tuple[str, str]:
    """What stands on standard output and standard error."""
    settings: dict[str, Any] = {"lang": "en", "form": "text"} | options
    building = settings.pop("building", True)
    Console(**settings).outcome(result, HERE, published, building=building)
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_a_build_says_where_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(capsys, outcome(), published=True)
    assert out == "Built 188 pages of 4 agencies in 0.50 s. Open /nowhere/project/build/index.html\n"
    assert err == ""


def test_a_build_in_thai(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = shown(capsys, outcome(WARNING), published=True, lang="th")
    assert out == (
        "สร้างเว็บไซต์แล้ว 188 หน้า ของ 4 หน่วยงาน ใน 0.50 วินาที คำเตือน 1 แห่ง เปิดดูที่ /nowhere/project/build/index.html\n"
    )


def test_the_place_is_short_from_where_the_user_stands(
    project: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = project({})
    monkeypatch.setattr("os.getcwd", lambda: made.root)
    Console("en", "text").outcome(outcome(), made, True)
    assert capsys.readouterr().out.endswith(" Open build/index.html\n")


def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = shown(capsys, outcome(made=0, written=0), published=True)
    assert out.startswith("Nothing has changed, the site is up to date: 188 pages of 4 agencies")


def test_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(capsys, outcome(FINDING, written=0), published=False)
    assert out == "Checked 188 pages of 4 agencies in 0.50 s: no errors, 1 finding. Nothing was written.\n"
    assert "content/a.md:2:1: finding[OIT418]: indicator 9: " in err


def test_errors_stand_last_and_the_summary_below_them(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(capsys, outcome(ERROR, WARNING), published=False)
    assert out == ""
    first, second, *rest = [line for line in err.split("\n") if line and not line.startswith(" ")]
    assert first.startswith("content/z.pdf: warning[OIT313]: ")
    assert second.startswith("content/a.md:1:8: error[OIT203]: ")
    assert rest == [
        "Found 1 error, 1 warning: nothing was published; what was published before stays as it was.",
        "To read more: prongsai explain OIT203",
    ]


@pytest.mark.parametrize(
    ("found", "lang", "said"),
    [
        ([ERROR], "en", "Found 1 error: build would publish nothing. Fix what is told above, then check again.\n"),
        ([ERROR], "th", "ตรวจเนื้อหาพบข้อผิดพลาด 1 แห่ง หากสั่ง build ตอนนี้จะไม่เผยแพร่ ให้แก้ตามที่บอกไว้ข้างต้น แล้วตรวจอีกครั้ง\n"),
        ([WARNING], "en", "Found 1 warning: build --strict would publish nothing.\n"),
        ([WARNING], "th", "ตรวจเนื้อหาพบคำเตือน 1 แห่ง หากสั่ง build --strict ตอนนี้จะไม่เผยแพร่\n"),
    ],
)
def test_a_check_never_claims_that_it_would_have_published(
    capsys: pytest.CaptureFixture[str], found: list[Diagnostic], lang: str, said: str
) -> None:
    result = outcome(*found, strict=True)
    _, err = shown(capsys, result, published=False, building=False, lang=lang)
    assert said in err
    assert "nothing was published" not in err


@pytest.mark.parametrize(("found", "word"), [(ERROR, "ข้อผิดพลาด"), (WARNING, "คำเตือน"), (FINDING, "ข้อสังเกต")])
def test_how_grave_it_is_is_said_in_thai_too(capsys: pytest.CaptureFixture[str], found: Diagnostic, word: str) -> None:
    _, err = shown(capsys, outcome(found), published=False, lang="th")
    assert f": {word}[{found.code}]: " in err
    assert found.severity not in err


def test_findings_of_a_published_site_are_only_counted(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(capsys, outcome(FINDING), published=True)
    assert err == ""
    assert "1 finding" in out
    assert out.endswith("prongsai check\n")


def test_a_warning_under_strict(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = shown(capsys, outcome(WARNING, strict=True), published=False)
    assert "Found 1 warning under --strict: nothing was published" in err


def test_quiet_says_nothing_of_a_build_that_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, outcome(WARNING, FINDING), published=True, quiet=True) == ("", "")


def test_quiet_still_tells_errors(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(capsys, outcome(ERROR), published=False, quiet=True)
    assert out == ""
    assert "error[OIT203]" in err


def test_verbose_tells_findings_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert "finding[OIT418]" in shown(capsys, outcome(FINDING), published=True, verbose=True)[1]


def test_a_mistake_made_everywhere_is_told_fifty_times(capsys: pytest.CaptureFixture[str]) -> None:
    many = [ERROR._replace(span=Span("content/a.md", line, 8, 12)) for line in range(1, 71)]
    _, err = shown(capsys, outcome(*many), published=False)
    assert err.count("error[OIT203]") == 50
    assert "OIT203: 20 more (--verbose shows all of them)" in err
    assert "Found 70 errors" in err
    assert shown(capsys, outcome(*many), published=False, verbose=True)[1].count("error[OIT203]") == 70


def test_a_target_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    refused = Diagnostic("OIT804", "error", Span("/nowhere/build"), (("detail", "No space left on device"),))
    _, err = shown(capsys, outcome(refused, blocked=True), published=False)
    assert err.startswith("/nowhere/build: error[OIT804]: Writing failed; the system says: No space left on device.")
    assert "Publishing did not succeed" in err


def test_content_cannot_fake_what_a_terminal_shows(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences, carriage returns and bidirectional marks stand as text in message, path and excerpt."""
    evil = "\x1b[2J\x1b]0;title\x07\r\u202ekcab"
    made = project({"content/a.md": f"state: {evil}\n"})
    diagnostic = Diagnostic("OIT203", "error", Span("content/a.md", 1, 8, 12), (("value", evil), ("choices", evil)))
    elsewhere = Diagnostic("OIT107", "error", Span(f"content/{evil}"), (("suggestion", evil),))
    Console("th", "text").outcome(outcome(diagnostic, elsewhere), made, False)
    err = capsys.readouterr().err
    assert not {"\x1b", "\x07", "\r", "\u202e"} & set(err)
    assert "<U+001B>[2J" in err


def test_colours_only_where_they_are_wanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.console.has_colours", lambda stream: True)
    _, err = shown(capsys, outcome(ERROR), published=False)
    assert "\x1b[31merror[OIT203]\x1b[0m" in err
    monkeypatch.undo()
    assert "\x1b" not in shown(capsys, outcome(ERROR), published=False)[1]


def test_one_document_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(capsys, outcome(ERROR, WARNING), published=False, form="json")
    assert err == ""
    document = json.loads(out)
    assert document["diagnostics"][0] == {
        "code": "OIT203",
        "severity": "error",
        "path": "content/a.md",
        "line": 1,
        "column": 8,
        "end": 12,
        "message": "“เสร็จ” is not one of the choices of this field.",
        "suggestion": "",
        "fix": "Use one of: done, มี.",
        "params": {"value": "เสร็จ", "choices": "done, มี"},
    }
    assert document["outcome"] == {
        "failed": True,
        "blocked": False,
        "published": False,
        "target": "/nowhere/project/build",
        "pages": 188,
        "agencies": 4,
        "made": 4,
        "written": 203,
        "seconds": 0.5,
        "errors": 1,
        "warnings": 1,
        "findings": 0,
    }


def test_machines_are_told_all_and_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    many = [ERROR._replace(span=Span("content/a.md", line, 8, 12)) for line in range(1, 71)]
    presentation = Console("en", "json")
    presentation.say("findings")
    presentation.outcome(outcome(*many), HERE, False)
    assert len(json.loads(capsys.readouterr().out)["diagnostics"]) == 70
    assert presentation.progress() is None


def test_trouble_is_a_document_too(capsys: pytest.CaptureFixture[str]) -> None:
    Console("en", "json").trouble("not_a_project", folder="/x")
    trouble = json.loads(capsys.readouterr().out)["trouble"]
    assert trouble["key"] == "not_a_project"
    assert trouble["message"].startswith("No project in /x")


def test_there_is_no_bar_in_a_pipe() -> None:
    assert Console("th", "text").progress() is None
