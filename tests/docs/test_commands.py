"""Commands, options and exit codes: all that there are are documented, and none that there is not."""

import io
import json
import re
from contextlib import redirect_stdout

import pytest

from generator.cli import ending
from generator.cli import main as cli
from generator.language import LANGUAGES, Language

from .command_words import commands, options
from .documents import PROJECT, document, documents, rows

_SHOWN = re.compile(r"(?:`|^ *)prongsai ([a-z]+)([^`\n]*)", re.MULTILINE)
_OPTION = re.compile(r"--[a-z][a-z-]*")


def _shown() -> list[tuple[str, str, str]]:
    """Every command line that the documentation shows: the page, the command and the words after it."""
    found: list[tuple[str, str, str]] = []
    for page in documents():
        found += [(page.name, match[1], match[2]) for match in _SHOWN.finditer(page.text)]
    return found


@pytest.mark.parametrize("name", ["README.md", "README.th.md"])
def test_every_command_is_in_the_readme(name: str) -> None:
    readme = (PROJECT / name).read_text(encoding="utf-8")

    assert [name for name in commands() if f"`prongsai {name}`" not in readme] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_is_documented(language: Language) -> None:
    page = document("commands.md", language)

    for name, command in commands().items():
        section = page.section(f"prongsai {name}")
        assert [option for option in options(command) if f"`{option}" not in section] == []


def test_only_commands_that_exist_are_shown() -> None:
    shown = _shown()

    assert {name for _, name, _ in shown} == set(commands())


def test_only_options_that_exist_are_shown_with_a_command() -> None:
    known = {name: {*options(command), "--help"} for name, command in commands().items()}

    assert [line for line in _shown() if not set(_OPTION.findall(line[2])) <= known[line[1]]] == []


def test_every_exit_code_is_documented() -> None:
    codes = {ending.OK, ending.FAILED, ending.USAGE, ending.BLOCKED, ending.BUG, ending.INTERRUPTED, ending.UNHEARD}
    table = rows(document("publishing.md").text.split('<a id="exit-codes">')[1])

    assert {int(row[0]) for row in table} == codes


def test_every_field_of_the_json_is_documented() -> None:
    told = io.StringIO()
    with redirect_stdout(told):
        assert cli.run(["check", str(PROJECT), "--format", "json"]) == ending.OK
    found = json.loads(told.getvalue())
    section = document("publishing.md").section("JSON output")
    first = found["todo"][0]
    names = {
        *found,
        *found["outcome"],
        *found["diagnostics"][0],
        *first,
        *first["items"][0],
        *("trouble", "key"),
    }

    assert set(re.findall(r"`([a-z]+)`", section)) == names
