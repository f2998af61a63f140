"""What the project's own pages say of itself: tasks, licences, version."""

import re
import tomllib

from generator import __version__

from .documents import DOCS, PROJECT, Document, documents

MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
TASKS = re.findall(r"^TASKS = (.+)$", MAKEFILE, re.MULTILINE)[0].split()
README = Document(PROJECT / "README.md")
BUDDHIST_ERA = 543
CONTRIBUTING = Document(PROJECT / "CONTRIBUTING.md")


def test_every_task_is_documented_and_no_other() -> None:
    told = set(re.findall(r"(?:`|^)make ([a-z-]+)", CONTRIBUTING.text + README.text, re.MULTILINE))

    assert told == set(TASKS)


def test_the_licence_of_everything_that_is_used_is_told() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split("[<>=!~ ]", one)[0] for one in project["dependencies"]]
    table = README.section("Licence").lower()

    assert [name for name in names if f"[{name.lower()}]" not in table] == []
    assert f"[{project['license'].lower()}](license)" in table


def test_no_page_installs_the_program_from_an_index() -> None:
    """It is on none: whoever takes the name there would run on the machines of those who follow the guides."""
    asked = re.compile(r"(?:pip|pipx|uv)(?: \w+)? install (?:-\S+ )*prongsai(?![-*]*\.whl)")

    assert [page.name for page in documents() if asked.search(page.text)] == []


def test_both_changelogs_tell_of_this_version_on_the_same_day() -> None:
    dates = [
        re.findall(rf"^## \[{re.escape(__version__)}\] - (\d+)(-\d\d-\d\d)$", Document(path).text, re.MULTILINE)
        for path in (PROJECT / "CHANGELOG.md", PROJECT / "CHANGELOG.th.md")
    ]
    ((year, day),), ((thai_year, thai_day),) = dates

    assert (int(thai_year), thai_day) == (int(year) + BUDDHIST_ERA, day)


def test_every_folder_of_the_program_and_its_tests_is_on_the_map() -> None:
    text = Document(DOCS / "architecture.md").text
    folders = [path for part in ("generator", "tests") for path in (PROJECT / part).iterdir()]
    names = [f"{path.parent.name}/{path.name}/" for path in folders if path.is_dir() and path.name[0] not in "_."]

    assert [name for name in names if f"`{name}`" not in text] == []
