"""The live benchmark changes what it says it changes, and tells a change that is shown from one that is not."""

import sys
from pathlib import Path

import pytest
from projects import bytes_of

from benchmarks.edits import ITEM, OTHER_ITEM, Edits, change_body, change_state, change_title
from benchmarks.live_table import lines
from benchmarks.servers import ServerError, running
from benchmarks.sides import OURS, OURS_WITH_BASE_THEME, PEERS, Side
from benchmarks.waits import FIRST, OTHER, OWN, Outcome, address
from generator.preview.session import Session
from generator.project import find_project

SIDES = (OURS, OURS_WITH_BASE_THEME, *PEERS.values())
each_side = pytest.mark.parametrize("side", SIDES, ids=lambda side: side.name)


def sources(site: Path) -> dict[Path, list[str]]:
    return {path: path.read_text(encoding="utf-8").split("\n") for path in site.rglob("*") if path.is_file()}


def changed_lines(before: dict[Path, list[str]], after: dict[Path, list[str]]) -> dict[str, tuple[str, str]]:
    """By the name of a file: what went and what came, each as one text."""
    assert before.keys() == after.keys()
    return {
        path.name: (
            "\n".join(line for line in before[path] if line not in after[path]),
            "\n".join(line for line in after[path] if line not in before[path]),
        )
        for path in before
        if before[path] != after[path]
    }


@each_side
def test_a_change_touches_one_line_of_one_item(side: Side, tmp_path: Path) -> None:
    side.write(tmp_path, 1)
    at_first = sources(tmp_path)
    edits = change_body(side, tmp_path, Edits())
    with_a_line = sources(tmp_path)
    assert changed_lines(at_first, with_a_line) == {"o05.md": ("", edits.newest_line)}
    edits = change_state(side, tmp_path, edits)
    begun = sources(tmp_path)
    assert changed_lines(with_a_line, begun) == {"o05.md": ("state: done", "state: in-progress")}
    edits = change_title(side, tmp_path, edits)
    renamed = sources(tmp_path)
    (gone, come) = changed_lines(begun, renamed)["o05.md"]
    assert come == f'{gone[:-1]} แก้ไขครั้งที่ 1"'
    edits = change_state(side, tmp_path, edits)
    assert changed_lines(renamed, sources(tmp_path)) == {"o05.md": ("state: in-progress", "state: done")}
    assert edits == Edits(titles=1, bodies=1, states=2)


def test_a_state_that_is_not_the_expected_one_is_not_changed(tmp_path: Path) -> None:
    OURS.write(tmp_path, 1)
    before = sources(tmp_path)
    with pytest.raises(ValueError, match="the state is not in-progress"):
        change_state(OURS, tmp_path, Edits(states=1))
    assert sources(tmp_path) == before


@pytest.mark.parametrize("side", [OURS, OURS_WITH_BASE_THEME], ids=lambda side: side.name)
def test_the_preview_shows_a_line_on_its_own_page_and_a_state_on_another(side: Side, tmp_path: Path) -> None:
    side.write(tmp_path, 1)
    project = find_project(str(tmp_path), None)
    assert project is not None
    session = Session(project)

    def page(item: str) -> str:
        content = bytes_of(session.get(address(side, item)[1:] + "index.html"))
        assert content is not None
        return content.decode("utf-8")

    assert Edits().newest_row(side) in page(OTHER_ITEM)
    edits = change_body(side, tmp_path, Edits())
    assert edits.newest_line not in page(ITEM)
    session.refresh({"example-001"})
    assert edits.newest_line in page(ITEM)
    assert edits.newest_line not in page(OTHER_ITEM)
    for _ in range(2):
        edits = change_state(side, tmp_path, edits)
        assert edits.newest_row(side) not in page(OTHER_ITEM)
        session.refresh({"example-001"})
        assert edits.newest_row(side) in page(OTHER_ITEM)
    assert [problem for problem in session.problems if problem.severity == "error"] == []


@each_side
def test_an_address_is_where_the_page_of_the_item_is_built(side: Side) -> None:
    year = "" if side.name in PEERS else "2565/"
    assert address(side, "o20") == f"/example-001/{year}o20/"


SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/there/" else 404)
        self.end_headers()
        self.wfile.write("ข้อความ".encode())
    def log_message(self, *_): pass
HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""


def test_a_server_is_started_asked_and_ended(tmp_path: Path) -> None:
    with running([sys.executable, "-c", SERVER, "{port}"], tmp_path, tmp_path / "log", tmp_path) as server:
        assert server.shows("/there/", "ข้อความ", 20) is not None
        assert server.shows("/there/", "another text", 0.05) is None
        assert server.shows("/elsewhere/", "ข้อความ", 0.05) is None
    assert server.process.returncode is not None
    assert server.page("/there/", 1) == b""


def test_a_server_that_ends_by_itself_is_told_of_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such option')"]
    raising = pytest.raises(ServerError, match="ended by itself")
    with running(command, tmp_path, tmp_path / "log", tmp_path) as server, raising:
        server.shows("/", "x", 60)
    assert (tmp_path / "log").read_text() == "no such option\n"


def test_the_table_tells_what_held_what_was_missed_and_what_was_never_shown() -> None:
    outcome = Outcome(
        waits={
            ("prongsai", FIRST): [0.3],
            ("prongsai", OWN): [0.01, 0.02, 0.09],
            ("prongsai", OTHER): [0.01, 0.04, 0.05],
            ("hugo", FIRST): [0.2],
            ("hugo", OWN): [0.5, None],
            ("hugo", OTHER): [None, None],
        },
        failed={"pelican": "no page in 9 s"},
        loads=[1.25, 3.5],
        rounds=1,
    )
    table = list(lines(25, outcome))
    assert table[0].startswith("1,100 pages, agencies: 25, rounds: 1, load: 1.2..3.5 on ")
    ours, hugo = (line.split() for line in table[2:4])
    assert ours == ["prongsai", "300.0", "(1)", "300..300", "20.0", "(3)", "10..90", "40.0", "(3)", "10..50"]
    assert hugo == ["hugo", "200.0", "(1)", "200..200", "500.0", "(1)", "500..500", "1", "stale", "stale"]
    assert table[4:] == [
        "  pelican: left out: no page in 9 s",
        "  target: prongsai: own page: at most 30 ms: 20.00, held",
        "  target: prongsai: another page: at most 30 ms: 40.00, missed",
    ]
    assert not any("target" in line for line in lines(250, outcome))


def test_a_change_that_is_never_shown_misses_the_target() -> None:
    outcome = Outcome(waits={("prongsai", OWN): [0.01, None, None]}, loads=[1.0], rounds=1)
    assert list(lines(1, outcome))[-1] == "  target: prongsai: own page: at most 30 ms: inf, missed"
