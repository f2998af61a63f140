"""What is wrong as a person sees it: over its own page, out of the way on all others, on a phone too."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import generator.preview

from .test_last_good import O2
from .test_live import PATIENCE, Live, live  # noqa: F401 - a fixture
from .test_session import O1, write

WAIT = PATIENCE * 1000
SCRIPT = Path(generator.preview.__file__).with_name("panel.js")
WORDS = {"title": "ผิด", "elsewhere": "ที่อื่นผิด", "note": "", "others": "", "more": "อื่น", "open": "เปิด", "page": "ไป",
         "mark": "ผิด", "close": "ปิด", "count": "1 แห่ง"}  # fmt: skip
PROBLEM = {"code": "OIT203", "place": "content/a.md:3:8", "message": "ผิด", "excerpt": None, "hints": [],
           "open": "vscode://file/a.md:3:8", "pages": ["none/"]}  # fmt: skip

pytestmark = pytest.mark.browser


def test_the_page_of_another_file_is_not_covered_and_leads_to_the_one_that_is(
    live: Live,  # noqa: F811
    chromium_page: Page,
) -> None:
    page = chromium_page
    write(live.root, {"content/one/2567/o02.md": O2})
    page.goto(f"http://127.0.0.1:{live.port}/one/2567/o02/")

    live.save(O1.replace("state: done", "state: finished"))
    badge, panel = page.locator("#prongsai-badge"), page.locator("#prongsai-problems")
    expect(badge).to_be_visible(timeout=WAIT)
    assert panel.count() == 0
    expect(page.locator('a[data-item="O1"] .prongsai-mark').first).to_be_visible()
    assert page.locator('a[data-item="O2"] .prongsai-mark').count() == 0

    badge.click()
    expect(panel).to_contain_text("content/one/2567/o01.md:3:8")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    badge.click()
    panel.get_by_role("link", name="ไปที่หน้านั้น").click()
    page.wait_for_url("**/one/2567/o01/")
    expect(panel).to_be_visible(timeout=WAIT)


def test_a_closed_box_comes_back_for_another_error_only(live: Live, chromium_page: Page) -> None:  # noqa: F811
    page = chromium_page
    page.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")
    panel, badge = page.locator("#prongsai-problems"), page.locator("#prongsai-badge")
    live.save(O1.replace("state: done", "state: finished"))
    expect(panel).to_be_visible(timeout=WAIT)
    panel.get_by_role("button").click()
    expect(badge).to_be_visible()

    write(live.root, {"content/one/2567/o02.md": O2})
    expect(page.locator('a[data-item="O2"]').first).not_to_contain_text("ไม่มีข้อมูล", timeout=WAIT)
    assert panel.count() == 0

    live.save(O1.replace("state: done", "state: [x"))
    expect(panel).to_be_visible(timeout=WAIT)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_box_fits_every_screen_and_is_set_in_the_font_of_the_site(
    live: Live,  # noqa: F811
    chromium_page: Page,
    width: int,
) -> None:
    page = chromium_page
    page.set_viewport_size({"width": width, "height": 700})
    live.save(O1.replace("state: done", f"state: {'ยาวมาก' * 60} {'x' * 200}"))
    page.goto(f"http://127.0.0.1:{live.port}/one/2567/o01/")
    panel = page.locator("#prongsai-problems")
    expect(panel).to_be_visible(timeout=WAIT)

    for part in (panel.get_by_role("alertdialog"), panel.get_by_role("button"), panel.locator(".line")):
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    font = "one => getComputedStyle(one).fontFamily"
    assert panel.locator(".message").evaluate(font) == page.locator("main").evaluate(font)


def shown(page: Page, **state: Any) -> None:
    page.evaluate("state => prongsaiPanel.show(state)", {"problems": [], "words": WORDS, "notice": "", **state})


def test_a_notice_of_a_slow_watch_can_be_closed_and_stays_so(chromium_page: Page) -> None:
    page = chromium_page
    page.goto("about:blank")
    page.add_script_tag(path=SCRIPT)
    notice = page.locator("#prongsai-preview .notice")

    shown(page, notice="ตรวจไฟล์ทุก 2 วินาที")
    expect(notice).to_contain_text("ตรวจไฟล์ทุก 2 วินาที")
    notice.get_by_role("button").click()
    shown(page, notice="ตรวจไฟล์ทุก 2 วินาที", problems=[PROBLEM])
    expect(notice).to_have_count(0)
    expect(page.locator("#prongsai-badge")).to_be_visible()

    shown(page)
    expect(page.locator("#prongsai-badge")).to_have_count(0)
