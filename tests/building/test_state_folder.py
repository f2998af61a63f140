"""A project received from others, with a state folder of theirs: told with what to do, and nothing is done."""

import json
import os

import pytest
from projects import WriteSmall, Written

from generator.cli.ending import BLOCKED, OK
from generator.cli.main import run
from generator.digest import blake2b
from generator.writing.state import State


def test_it_is_told_in_both_languages_which_folder_to_delete(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    made = small({})
    beside = State(made.target).folder
    os.mkdir(beside)
    os.symlink(made.root, f"{beside}/trash")

    assert run(["build", made.root, "--lang", "en"]) == BLOCKED
    told = capsys.readouterr().err
    assert f"{beside}/trash: error[OIT808]" in told
    assert "(a link); nothing was done." in told
    assert f"Delete {beside} as a whole" in told
    assert run(["build", made.root, "--lang", "th"]) == BLOCKED
    assert f"ลบ {beside} ทั้งโฟลเดอร์" in capsys.readouterr().err

    assert os.listdir(beside) == ["trash"]
    assert not os.path.exists(made.target)
    os.unlink(f"{beside}/trash")
    os.rmdir(beside)
    assert run(["build", made.root]) == OK


BODIES = (
    "", "null", "[]", "{}", "7", "[1,2,3,4]", '[{},["index.html"],"",{}]', '[{},["../x"],"",{}]', '[{},[7],"",{}]',
    '[{},{"index.html":1},"",{}]', '[{},["index.html"],7,{}]', '[{},["index.html"],"",[]]', "[" * 100_000,
    '[{},["\\u0000"],"",{}]', '[{},["x\\ny"],"",{}]', '["",["index.html"],"",null]', '[null,[],"",{}]',
)  # fmt: skip
NOTES: tuple[object, ...] = (
    None, [], "x", 7, {}, {"digest": 7}, {"agencies": 7}, {"agencies": [7]}, {"diagnostics": [7]}, {"pages": "x"},
    {"portal": "x"}, {"diagnostics": 7}, {"row": {}}, {"row": 7}, {"years": 7}, {"search": 7}, {"checksums": 7},
    {"read": "x"}, {"read": 7}, {"row": None},
)  # fmt: skip


def write_record(path: str, body: bytes) -> None:
    """Write a record whose digest is right, whatever it holds."""
    with open(path, "wb") as file:
        file.write(blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body)


@pytest.fixture
def portal(small: WriteSmall) -> Written:
    """A portal that is published."""
    made = small({"content/site.yaml": "title: ทดสอบ\nagency: all\n"})
    assert not made.build().failed
    return made


def test_a_record_of_any_form_is_only_a_hint(portal: Written) -> None:
    before = portal.site()
    wrong = []
    for body in BODIES:
        for unit in ("", "town"):
            write_record(State(portal.target).record(unit), body.encode())
        if portal.build().failed or portal.site() != before:
            wrong.append(body[:60])
    assert wrong == []


def test_a_note_of_any_form_under_files_as_recorded_is_only_a_hint(portal: Written) -> None:
    before = portal.site()
    wrong = []
    for note in NOTES:
        for unit in ("", "town"):
            path = State(portal.target).record(unit)
            with open(path, "rb") as file:
                data, *rest = json.loads(file.read().partition(b"\n")[2])
            changed = {**data, **note} if isinstance(note, dict) and note else note
            write_record(path, json.dumps([changed, *rest]).encode())
        if portal.build().failed or portal.site() != before:
            wrong.append(repr(note))
        os.unlink(State(portal.target).record(""))
        if portal.build().failed or portal.site() != before:
            wrong.append(f"{note!r}, then no record of the portal")
    assert wrong == []
