"""What takes long is made in steps: whoever asks for something else is answered meanwhile, and with the same bytes."""

import asyncio
import shutil
import threading
from pathlib import Path

import pytest
from projects import bytes_of

from generator.preview.previewed import PreviewedAgency
from generator.preview.reading import Reading
from generator.preview.session import SHARED, Session
from generator.preview.steps import Steps, at_once, in_turn
from generator.project import Project

from .test_session import O1, PAGE, project, published, write

__all__ = ["project"]
OF_ALL = ("search/index.js", "search/pages.js", "manifest.json", "sitemap.xml", "one/manifest.json", "index.html")
PLAN = "  - {file: files/plan.pdf, title: แผน}\n---\n##"


class Gate:
    """Readings that wait until they are let go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()
        really = Reading.do

        def waiting(reading: Reading) -> None:
            self.begun.set()
            assert self.go_on.wait(60)
            really(reading)

        monkeypatch.setattr(Reading, "do", waiting)


def test_a_page_is_answered_while_another_agency_is_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(project)
    page = session.get(PAGE)
    gate = Gate(monkeypatch)

    async def asking() -> object:
        other = asyncio.create_task(in_turn(session.ahead("two/index.html")))
        assert await asyncio.to_thread(gate.begun.wait, 60)
        await in_turn(session.ahead(PAGE))
        answer = session.get(PAGE)
        assert not other.done()
        gate.go_on.set()
        await other
        return answer

    assert asyncio.run(asking()) == page
    assert "ที่สอง" in (bytes_of(session.get("two/index.html")) or b"").decode()


def test_a_page_is_answered_while_a_saved_agency_is_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(project)
    session.get(PAGE)
    other = session.get("two/index.html")
    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("เดิม", "ใหม่")})
    gate = Gate(monkeypatch)

    async def saving() -> tuple[object, object]:
        refreshing = asyncio.create_task(in_turn(session.refreshing({"one"})))
        assert await asyncio.to_thread(gate.begun.wait, 60)
        await in_turn(session.ahead("two/index.html"))
        answer = session.get("two/index.html")
        assert not refreshing.done()
        gate.go_on.set()
        return answer, await refreshing

    answer, change = asyncio.run(saving())
    assert answer == other
    assert change is not None
    assert "ข้อความใหม่".encode() in (bytes_of(session.get(PAGE)) or b"")


@pytest.mark.parametrize("address", ["search/index.js", "manifest.json"])
def test_what_is_made_of_all_pages_lets_others_in_after_each(project: Project, address: str) -> None:
    session = Session(project)
    let_in = 0
    for work in session.ahead(address):
        if work is None:
            let_in += 1
        else:
            work()
    pages = [one for one in session.addresses() if one.endswith(".html") and one.startswith(("one/", "two/"))]
    assert let_in >= len(pages)


def test_what_is_made_ahead_is_what_a_build_publishes(project: Project) -> None:
    root = Path(project.root)
    write(root, {"content/one/2567/o01.md": O1.replace("---\n##", PLAN), "content/one/2567/files/plan.pdf": b"%PDF-1"})
    settings = "title: ก\naddress: https://example.go.th\nexports: [archive, data, search, sitemap, manifest]\n"
    write(root, {"content/site.yaml": settings})
    built = published(project)
    for address in (*OF_ALL, "one/2567/o01/evidence.zip", PAGE):
        session = Session(project)
        at_once(session.ahead(address))
        assert bytes_of(session.get(address)) == built[address], address


def test_a_reading_that_a_later_one_has_overtaken_is_not_used(project: Project) -> None:
    session = Session(project)
    session.get("two/index.html")
    slow = session.ahead(PAGE)
    read = next(slow)
    assert read is not None
    read()
    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("เดิม", "ใหม่")})
    at_once(session.ahead("one/index.html"))
    assert session.refresh({"one"}) is not None
    for work in slow:
        if work is not None:
            work()
    assert "ข้อความใหม่".encode() in (bytes_of(session.get(PAGE)) or b"")


def test_a_change_that_somebody_sees_before_it_is_told_is_told(project: Project) -> None:
    session = Session(project)
    session.get(PAGE)
    version = session.version
    write(Path(project.root), {"content/one/2567/o01.md": O1.replace("เดิม", "ใหม่")})
    refreshing = session.refreshing({"one"})
    read = next(refreshing)
    assert read is not None
    read()
    assert "ข้อความใหม่".encode() in (bytes_of(session.get(PAGE)) or b"")
    change = at_once(refreshing)
    assert change is not None
    assert change.agencies == ("one",)
    assert session.version > version


def test_two_who_wait_for_one_agency_read_it_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(monkeypatch)
    made: list[int] = []
    refresh = PreviewedAgency.refresh

    def counted(agency: PreviewedAgency, *given: object, **named: bool) -> bool:
        is_made = refresh(agency, *given, **named)  # type: ignore[arg-type]
        made.append(is_made)
        return is_made

    monkeypatch.setattr(PreviewedAgency, "refresh", counted)
    session = Session(project)

    async def asking() -> None:
        tasks = [asyncio.create_task(in_turn(session.ahead(PAGE))) for _ in range(2)]
        assert await asyncio.to_thread(gate.begun.wait, 60)
        gate.go_on.set()
        await asyncio.gather(*tasks)

    asyncio.run(asking())
    assert made == [True]


def test_steps_end_with_their_result() -> None:
    done: list[str] = []

    def steps() -> Steps[str]:
        yield None
        yield lambda: done.append("read")
        return "made"

    assert (at_once(steps()), asyncio.run(in_turn(steps()))) == ("made", "made")
    assert done == ["read", "read"]


def test_a_page_is_none_where_all_content_went_away_before_anybody_looked(project: Project) -> None:
    session = Session(project)
    root = Path(project.root)
    shutil.move(root / "content", root / "away")
    session.refresh({SHARED})

    at_once(session.ahead("two/index.html"))
    assert session.get("two/index.html") is None

    shutil.move(root / "away", root / "content")
    session.refresh({SHARED})
    at_once(session.ahead("two/index.html"))
    assert session.get("two/index.html") is not None


@pytest.mark.parametrize("address", ["two/index.html", "search/index.js"])
def test_an_agency_may_go_while_somebody_waits_for_it(project: Project, address: str) -> None:
    session = Session(project)
    steps = session.ahead(address)
    work = next(steps)
    shutil.rmtree(Path(project.root) / "content/two")
    session.refresh({SHARED})

    if work is not None:
        work()
    at_once(steps)
    assert session.get("two/index.html") is None
    assert session.agencies == ("one",)
