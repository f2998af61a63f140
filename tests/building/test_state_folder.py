"""A project received from others, with a state folder of theirs: told with what to do, and nothing is done."""

import json
import os

import pytest
from projects import WriteSmall

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


@pytest.mark.parametrize(
    "body",
    [
        "", "null", "[]", "{}", "7", "[1,2,3,4]", '[{},["index.html"],"",{}]', '[{},["../x"],"",{}]', '[{},[7],"",{}]',
        '[{},{"index.html":1},"",{}]', '[{},["index.html"],7,{}]', '[{},["index.html"],"",[]]', "[" * 100_000,
        '[{},["\\u0000"],"",{}]', '[{},["x\\ny"],"",{}]', '["",["index.html"],"",null]', "[null,[],\"\",{}]",
    ],
    ids=lambda body: body[:30] or "empty",
)  # fmt: skip
def test_a_record_of_any_form_is_only_a_hint(small: WriteSmall, body: str) -> None:
    made = small({"content/site.yaml": "title: ทดสอบ\nagency: all\n"})
    made.build()
    before = made.site()
    for unit in ("", "town"):
        data = body.encode()
        with open(State(made.target).record(unit), "wb") as file:
            file.write(blake2b(data, digest_size=16).hexdigest().encode() + b"\n" + data)

    assert not made.build().failed
    assert made.site() == before


@pytest.mark.parametrize(
    "note",
    [
        None, [], "x", 7, {}, {"digest": 7}, {"agencies": 7}, {"agencies": [7]}, {"diagnostics": [7]}, {"pages": "x"},
        {"portal": "x"}, {"diagnostics": 7}, {"row": {}}, {"row": 7}, {"years": 7}, {"search": 7}, {"checksums": 7},
        {"read": "x"}, {"read": 7}, {"row": None},
    ],
    ids=repr,
)  # fmt: skip
def test_a_note_of_any_form_under_files_as_recorded_is_only_a_hint(small: WriteSmall, note: object) -> None:
    made = small({"content/site.yaml": "title: ทดสอบ\nagency: all\n"})
    made.build()
    before = made.site()
    for unit in ("", "town"):
        path = State(made.target).record(unit)
        with open(path, "rb") as file:
            data, *rest = json.loads(file.read().partition(b"\n")[2])
        body = json.dumps([{**data, **note} if isinstance(note, dict) and note else note, *rest]).encode()
        with open(path, "wb") as file:
            file.write(blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body)

    assert not made.build().failed
    assert made.site() == before
    os.unlink(State(made.target).record(""))
    assert not made.build().failed
    assert made.site() == before
