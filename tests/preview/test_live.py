"""``prongsai preview`` as a person uses it: save a file, look at the page, break it, mend it."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

import generator

from .test_session import AGENCY, O1, SITE, write

PATIENCE = 20.0
MANY_TABS_PATIENCE = 120.0


class Live:
    """A preview in a process of its own."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        known = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).resolve().parents[1])}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "preview", str(root), "--lang", "th", *options],
            env=known,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        match = re.search(r"http://127\.0\.0\.1:([0-9]+)/", self.process.stdout.readline())
        assert match is not None
        self.port = int(match[1])

    def line(self) -> str:
        """What it says next."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0

    def get(self, path: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        body = connection.getresponse().read()
        connection.close()
        return body

    def comes(self, path: str, holds: Callable[[bytes], bool]) -> bool:
        """Whether a page is served that is as wanted, before patience ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds(self.get(path)):
                return True
        return False

    def save(self, text: str) -> None:
        write(self.root, {"content/one/2567/o01.md": text})


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    write(tmp_path, {"content/site.yaml": SITE, "content/one/agency.yaml": AGENCY, "content/one/2567/o01.md": O1})
    running = Live(tmp_path)
    yield running
    running.stop()


def test_a_saved_change_is_served_on_its_page_and_on_the_others(live: Live) -> None:
    assert "ข้อความเดิม".encode() in live.get("/one/2567/o01/")

    live.save(O1.replace("เดิม", "ใหม่").replace("state: done", "state: in-progress"))

    assert live.comes("/one/2567/o01/", lambda page: "ข้อความใหม่".encode() in page)
    assert live.comes("/one/2567/o02/", lambda page: b'data-item="O1" data-state="in-progress"' in page)


def test_a_rename_over_the_file_is_a_save_too(live: Live) -> None:
    live.get("/one/2567/o01/")
    fresh = live.root / "content/one/2567/.o01.md.swp"
    fresh.write_text(O1.replace("เดิม", "ใหม่"), encoding="utf-8")

    fresh.replace(live.root / "content/one/2567/o01.md")

    assert live.comes("/one/2567/o01/", lambda page: "ข้อความใหม่".encode() in page)


@pytest.mark.parametrize("seconds", [0, 10**10], ids=["1970", "2286"])
def test_a_save_is_seen_whatever_the_clock_says(live: Live, seconds: int) -> None:
    live.get("/one/2567/o01/")
    path = live.root / "content/one/2567/o01.md"
    fresh = live.root / "o01.md"
    fresh.write_text(O1.replace("เดิม", "ใหม่"), encoding="utf-8")
    os.utime(fresh, (seconds, seconds))

    fresh.replace(path)

    assert path.stat().st_mtime == seconds
    assert live.comes("/one/2567/o01/", lambda page: "ข้อความใหม่".encode() in page)


@pytest.mark.sweep
def test_another_branch_with_ten_thousand_files_is_followed(live: Live) -> None:
    live.get("/index.html")
    for number in range(240):
        disclosures = {
            f"content/agency-{number}/2567/o{item:02}.md": f"---\nitem: O{item}\n---\n" for item in range(1, 36)
        }
        documents = {f"content/agency-{number}/2567/files/{name}.txt": "เอกสาร" for name in range(6)}
        write(live.root, {f"content/agency-{number}/agency.yaml": AGENCY, **disclosures, **documents})

    live.save(O1.replace("เดิม", "ใหม่"))

    assert live.comes("/one/2567/o01/", lambda page: "ข้อความใหม่".encode() in page)
    assert live.comes("/index.html", lambda page: b"agency-239/index.html" in page)
    assert live.comes("/agency-239/2567/o35/", lambda page: b'data-item="O35"' in page)


def test_many_new_folders_at_once_are_all_seen(live: Live) -> None:
    live.get("/one/2567/o01/")
    for number in range(60):
        write(live.root, {f"content/agency-{number}/agency.yaml": AGENCY})

    assert live.comes("/", lambda page: page.count(b"agency-") >= 60)


def test_a_port_that_is_taken_is_one_line_and_exit_code_three(live: Live) -> None:
    command = [sys.executable, "-m", "generator", "preview", str(live.root), "--port", str(live.port), "--lang", "en"]
    known = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).resolve().parents[1])}
    done = subprocess.run(command, env=known, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert str(live.port) in done.stderr


@pytest.mark.browser
def test_a_page_follows_a_save_shows_what_is_wrong_and_is_mended(live: Live, chromium_page: Page) -> None:
    page = chromium_page
    page.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")
    expect(page.locator("body")).to_contain_text("ข้อความเดิม")
    page.evaluate("window.scrollTo(0, 120)")

    live.save(O1.replace("เดิม", "ใหม่"))
    expect(page.locator("body")).to_contain_text("ข้อความใหม่", timeout=PATIENCE * 1000)
    assert page.evaluate("window.scrollY") == 120

    live.save(O1.replace("เดิม", "ใหม่").replace("state: done", "state: doen <b>x</b>"))
    panel = page.locator("#prongsai-problems")
    expect(panel).to_be_visible(timeout=PATIENCE * 1000)
    expect(panel).to_contain_text("OIT203")
    expect(panel).to_contain_text("content/one/2567/o01.md:3")
    expect(panel).to_contain_text("<b>x</b>")
    assert panel.locator("b").count() == 0
    expect(panel.locator("a")).to_have_attribute("href", re.compile(r"^vscode://file/.*/content/one/2567/o01\.md:3:8$"))
    expect(page.locator("main")).to_contain_text("ข้อความใหม่")

    live.save(O1.replace("เดิม", "ล่าสุด"))
    expect(panel).to_have_count(0, timeout=PATIENCE * 1000)
    expect(page.locator("main")).to_contain_text("ข้อความล่าสุด", timeout=PATIENCE * 1000)


def test_everywhere_is_told_by_addresses_that_answer(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yaml": SITE, "content/one/agency.yaml": AGENCY, "content/one/2567/o01.md": O1})
    everywhere = Live(tmp_path, "--host", "0.0.0.0", "--allow", "localhost:9000", "--allow", "somchai-notebook")
    try:
        assert everywhere.line().split()[1:] == [
            "http://localhost:9000/",
            f"http://somchai-notebook:{everywhere.port}/",
        ]
        for host, expected in {"localhost:9000": 200, "somchai-notebook": 200, "0.0.0.0": 421}.items():
            connection = http.client.HTTPConnection("127.0.0.1", everywhere.port, timeout=PATIENCE)
            connection.request("GET", "/one/2567/o01/", headers={"Host": host})
            assert connection.getresponse().status == expected
            connection.close()
    finally:
        everywhere.stop()


@pytest.mark.browser
def test_open_tabs_follow_the_preview_that_is_started_anew(live: Live, chromium_page: Page) -> None:
    chromium_page.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")
    expect(chromium_page.locator("main")).to_contain_text("ข้อความเดิม")

    live.stop()
    live.save(O1.replace("เดิม", "ใหม่"))
    again = Live(live.root, "--port", str(live.port))

    expect(chromium_page.locator("main")).to_contain_text("ข้อความใหม่", timeout=PATIENCE * 1000)
    live.process = again.process


@pytest.mark.sweep
@pytest.mark.browser
def test_twenty_tabs_load_and_follow_even_when_the_first_is_closed(live: Live, chromium_page: Page) -> None:
    context = chromium_page.context
    tabs = [chromium_page, *(context.new_page() for _ in range(19))]
    for tab in tabs:
        tab.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")
        expect(tab.locator("main")).to_contain_text("ข้อความเดิม", timeout=MANY_TABS_PATIENCE * 1000)

    live.save(O1.replace("เดิม", "ใหม่"))
    for tab in tabs:
        expect(tab.locator("main")).to_contain_text("ข้อความใหม่", timeout=MANY_TABS_PATIENCE * 1000)

    tabs[0].close()
    live.save(O1.replace("เดิม", "ล่าสุด"))
    for tab in tabs[1:]:
        expect(tab.locator("main")).to_contain_text("ข้อความล่าสุด", timeout=MANY_TABS_PATIENCE * 1000)

    tabs[1].goto(f"http://127.0.0.1:{live.port}/one/2567/o02/")
    expect(tabs[1].locator("main")).to_be_visible()


@pytest.mark.browser
def test_a_browser_without_workers_for_all_tabs_follows_too(live: Live, chromium_page: Page) -> None:
    chromium_page.add_init_script("delete window.SharedWorker")
    chromium_page.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")
    expect(chromium_page.locator("main")).to_contain_text("ข้อความเดิม")

    live.save(O1.replace("เดิม", "ใหม่"))

    expect(chromium_page.locator("main")).to_contain_text("ข้อความใหม่", timeout=PATIENCE * 1000)


@pytest.mark.browser
def test_a_page_that_has_changed_before_it_first_asks_is_brought_up_to_date(live: Live, chromium_page: Page) -> None:
    def save_first(route: Route) -> None:
        live.save(O1.replace("เดิม", "ใหม่"))
        assert live.comes("/one/2567/o01/", lambda page: "ข้อความใหม่".encode() in page)
        route.continue_()

    chromium_page.route("**/_prongsai/client.js", save_first)
    chromium_page.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")

    expect(chromium_page.locator("main")).to_contain_text("ข้อความใหม่", timeout=PATIENCE * 1000)
