"""Whatever is done to the files, in whatever way, the preview soon serves what a clean build would publish."""

import http.client
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sampling import whole_or

from generator.preview.answers import with_client
from generator.project import find_project

from .test_live import PATIENCE, Live
from .test_session import AGENCY, O1, SITE, published, write

ROUNDS = whole_or(2, 6)
Edit = Callable[[Path, random.Random], None]


def some(root: Path, chance: random.Random) -> Path:
    """Any item file; one is made where there is none."""
    if not (found := sorted(root.glob("content/*/2567/o0*.md"))):
        write(root, {"content/one/2567/o01.md": O1})
        return root / "content/one/2567/o01.md"
    return chance.choice(found)


def rewritten(path: Path, chance: random.Random) -> str:
    """A new text for an item file, of the length that every other has."""
    number = f"item: O{int(path.stem[1:])}"
    return O1.replace("item: O1", number).replace("เดิม", f"ที่ {chance.randint(100, 999)}")


def in_place(root: Path, chance: random.Random) -> None:
    path = some(root, chance)
    path.write_text(rewritten(path, chance), encoding="utf-8")


def by_rename(root: Path, chance: random.Random) -> None:
    path = some(root, chance)
    fresh = path.with_name(f".{path.name}.swp")
    fresh.write_text(rewritten(path, chance), encoding="utf-8")
    fresh.replace(path)


def keeping_the_time(root: Path, chance: random.Random) -> None:
    path = some(root, chance)
    seen = path.stat()
    path.write_text(rewritten(path, chance), encoding="utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def removed_and_made(root: Path, chance: random.Random) -> None:
    path = some(root, chance)
    path.unlink()
    path.write_text(rewritten(path, chance), encoding="utf-8")


def removed(root: Path, chance: random.Random) -> None:
    some(root, chance).unlink()


def added(root: Path, chance: random.Random) -> None:
    path = root / f"content/one/2567/o0{chance.randint(1, 9)}.md"
    write(root, {str(path.relative_to(root)): rewritten(path, chance)})


def without_rights_changed(root: Path, chance: random.Random) -> None:
    some(root, chance).chmod(chance.choice((0o600, 0o644, 0o755)))


def another_branch(root: Path, chance: random.Random) -> None:
    for _ in range(4):
        chance.choice((removed, added, by_rename))(root, chance)


def replaced(root: Path, chance: random.Random, name: str) -> None:
    """Another folder with other texts in the place of one."""
    if not (root / name).exists():
        return
    beside = root / f"beside-{chance.random()}"
    shutil.copytree(root / name, beside)
    for path in sorted(beside.rglob("o0*.md")):
        path.write_text(rewritten(path, chance), encoding="utf-8")
    (root / name).rename(root / f"away-{chance.random()}")
    beside.rename(root / name)


def restored(root: Path, chance: random.Random) -> None:
    kept = root / f"kept-{chance.random()}"
    shutil.copytree(root / "content", kept)
    shutil.rmtree(root / "content")
    shutil.copytree(kept, root / "content")
    in_place(root, chance)


def renamed_agency(root: Path, chance: random.Random) -> None:
    here, there = root / "content/two", root / "content/three"
    here.rename(there) if here.exists() else there.rename(here)


def settings(root: Path, chance: random.Random) -> None:
    theme = "theme: mine\n" if (root / "themes/mine").exists() else ""
    (root / "content/site.yaml").write_text(f"title: เว็บ {chance.randint(100, 999)}\n{theme}", encoding="utf-8")


def theme(root: Path, chance: random.Random) -> None:
    style = f"p {{ margin: {chance.randint(1, 9)}px }}\n"
    write(root, {"themes/mine/theme.yaml": "name: mine\nextends: base\n", "themes/mine/assets/own.css": style})


EDITS: tuple[Edit, ...] = (
    in_place,
    by_rename,
    keeping_the_time,
    removed_and_made,
    removed,
    added,
    without_rights_changed,
    another_branch,
    lambda root, chance: replaced(root, chance, "content"),
    lambda root, chance: replaced(root, chance, "content/one"),
    lambda root, chance: replaced(root, chance, "content/one/2567"),
    restored,
    renamed_agency,
    settings,
    theme,
)


def as_served(address: str, data: bytes) -> bytes:
    """What a build publishes at an address, with the one script that the preview adds to a page."""
    return with_client(data) if address.endswith(".html") else data


def answer(live: Live, address: str) -> bytes | None:
    """What is served at an address; nothing where there is nothing."""
    connection = http.client.HTTPConnection("127.0.0.1", live.port, timeout=PATIENCE)
    connection.request("GET", f"/{address}")
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return body if response.status == 200 else None


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    root = tmp_path / "project"
    write(root, {"content/site.yaml": SITE, "content/one/agency.yaml": AGENCY, "content/one/2567/o01.md": O1})
    write(root, {"content/two/agency.yaml": AGENCY, "content/two/2567/o03.md": O1.replace("O1", "O3")})
    running = Live(root)
    yield running
    running.process.terminate()
    running.process.communicate(timeout=PATIENCE)


@pytest.mark.sampled
@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.sweep)])
def test_after_any_edits_the_preview_serves_what_a_clean_build_publishes(live: Live, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    gone: set[str] = set()
    for number in range(ROUNDS):
        edits = [chance.choice(EDITS) for _ in range(chance.randint(1, 3))]
        for edit in edits:
            edit(live.root, chance)
        project = find_project(str(live.root), str(tmp_path / "public"))
        assert project is not None
        built = published(project)
        gone = {address for address in gone if address not in built}
        end, wrong = time.monotonic() + PATIENCE, ["not looked at yet"]
        while wrong and time.monotonic() < end:
            wrong = [address for address, data in built.items() if answer(live, address) != as_served(address, data)]
            wrong += [address for address in gone if answer(live, address) is not None]
        assert not wrong, (number, [getattr(edit, "__name__", "") for edit in edits])
        gone |= built.keys()
