"""A reader finds whatever stands on a page, in any spelling, without a mouse, and from a disk too."""

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from urllib.parse import quote

import pytest
from exports.search_cases import FOLDED
from loopback import listening
from playwright.sync_api import Browser, Route, expect
from playwright.sync_api import Page as Tab
from sampling import whole_or

from generator.preview.response import CONTENT_POLICY

from .site import Site
from .test_accessibility import MODES, _violations
from .walk import GONE

pytestmark = pytest.mark.browser

SEED = 2565
DRAWN = whole_or(40, 240)
LOOKED_AT = whole_or(8, 40)
THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{3,}")
RARE = re.compile("[\u0e01-\u0e4e0-9]{0,6} ?([^\0-\x7f\u0e01-\u0e5b]) ?[\u0e01-\u0e4e0-9]{1,6}")
OVERFLOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


class _Strict(SimpleHTTPRequestHandler):
    """A host that sends the policy of the documentation."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CONTENT_POLICY)
        super().end_headers()

    def log_request(self, *told: object) -> None:
        """Say nothing of a request."""


def _served(site: Site) -> Iterator[str]:
    with listening(partial(_Strict, directory=str(site.root.parent))) as address:
        yield f"{address}/{site.root.name}/"


@pytest.fixture(scope="module")
def strict(shipped: Site) -> Iterator[str]:
    """Where the portal is served under the strictest policy."""
    yield from _served(shipped)


@pytest.fixture(scope="module")
def strict_example(example: Site) -> Iterator[str]:
    """Where the example is."""
    yield from _served(example)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab in which nothing may go wrong unnoticed."""
    wrong: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        opened = context.new_page()
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        opened.on("requestfailed", lambda request: wrong.append(request.url) if request.failure != GONE else None)
        yield opened
    assert wrong == []


ASK = """(words) => new Promise((done) => {
  const status = document.getElementById("search-status");
  const input = document.getElementById("q");
  input.value = words;
  status.textContent = "…";
  const wait = () => /^(…|กำลังค้น)/.test(status.textContent) ? setTimeout(wait, 1) : done({
    status: status.textContent,
    links: Array.from(document.querySelectorAll(".hits a"), (one) => one.href),
    marks: document.querySelectorAll(".excerpt mark").length,
    first: (document.querySelector(".excerpt mark") || {}).textContent || "",
  });
  input.form.requestSubmit();
  wait();
})"""


def _ask(tab: Tab, words: str) -> dict[str, object]:
    """Type words, submit, and wait until all that may hold them was looked into."""
    told = tab.evaluate(ASK, words)
    assert isinstance(told, dict)
    return told


def _settle(tab: Tab) -> None:
    """Wait until all was looked into and something was found."""
    expect(tab.locator("#search-status")).to_have_text(re.compile("^พบ"))


def _drawn(tab: Tab, site: Site, address: Callable[[str], str], count: int) -> list[tuple[str, str]]:
    """Stretches of 3 to 12 Thai characters from what the browser shows of the main part of pages, with the page."""
    chance = random.Random(SEED)
    pages = [name for name in site.pages if name not in ("404.html", "search/index.html")]
    texts: list[tuple[str, list[str]]] = []
    for name in chance.sample(pages, min(LOOKED_AT, len(pages))):
        tab.goto(address(name))
        if found := THAI.findall(tab.locator("main").inner_text()):  # some in English have no Thai
            texts.append((name, found))
    drawn = []
    for _ in range(count):
        name, found = chance.choice(texts)
        text = chance.choice(found)
        length = min(len(text), chance.randint(3, 12))
        start = chance.randint(0, len(text) - length)
        drawn.append((text[start : start + length], name))
    return drawn


def _recall(tab: Tab, site: Site, address: Callable[[str], str]) -> None:
    drawn = _drawn(tab, site, address, DRAWN)
    assert len(set(drawn)) > DRAWN * 5 // 6
    tab.goto(address("search/index.html"))
    missed = [(words, name, told) for words, name in drawn if not (told := _ask(tab, words))["links"]]
    assert missed == []


@pytest.mark.sampled
def test_whatever_is_drawn_from_any_page_is_found_under_a_strict_policy(tab: Tab, shipped: Site, strict: str) -> None:
    _recall(tab, shipped, lambda name: strict + name)


@pytest.mark.sampled
def test_whatever_is_drawn_from_any_page_is_found_from_a_disk(tab: Tab, shipped: Site) -> None:
    _recall(tab, shipped, lambda name: f"{shipped.root.as_uri()}/{name}")


@pytest.mark.sampled
def test_whatever_is_drawn_is_found_on_the_site_of_one_agency_in_thai_numerals(
    tab: Tab, example: Site, strict_example: str
) -> None:
    _recall(tab, example, lambda name: strict_example + name)


def test_the_page_folds_a_text_as_the_generator_does(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html")
    written = [one for one, _ in FOLDED]
    assert tab.evaluate("(all) => all.map((one) => prongsaiSearch.fold(one))", written) == [one for _, one in FOLDED]


def test_characters_that_are_neither_thai_nor_ascii_are_found_and_marked(tab: Tab, shipped: Site, strict: str) -> None:
    drawn: dict[str, set[str]] = {}
    for path in (*shipped.root.glob("*/*/search.js"), shipped.root / "search/pages.js"):
        for found in RARE.finditer(path.read_text(encoding="utf-8")):
            drawn.setdefault(found[1], set()).add(found[0].replace(" ", ""))
    assert len(drawn) > 3
    tab.goto(f"{strict}search/index.html")
    for one, stretches in drawn.items():
        for words in sorted(stretches)[:5]:
            told = _ask(tab, words)
            assert told["links"], words
            assert one in str(told["first"]), words


def test_a_word_typed_letter_by_letter_finds_what_it_finds_at_once(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html")
    for words in ("งบประมาณ", "แผน จัดซื้อ", "ข้อ ๑๒", "ร้องเรียน ทุจริต", "แผ\u200bน"):
        for end in range(1, len(words)):
            _ask(tab, words[:end])
        grown = _ask(tab, words)
        _ask(tab, "ฎฏฐ")
        assert _ask(tab, words) == grown
        assert grown["links"]


def test_results_are_there_while_a_shard_is_still_on_its_way_and_the_reader_keeps_the_place(
    tab: Tab, strict: str
) -> None:
    held: list[Route] = []
    tab.route("**/phok-noi/2565/search.js", lambda route: held.append(route))
    tab.goto(f"{strict}search/index.html?q={quote('งบประมาณ')}", wait_until="domcontentloaded")
    expect(tab.locator(".hits > li").first).to_be_visible()
    expect(tab.locator("#search-status")).to_have_text(re.compile("^กำลังค้น"))
    place = tab.locator(".hits a").first
    place.focus()
    leads = place.get_attribute("href")
    held[0].continue_()
    _settle(tab)
    assert tab.evaluate("document.activeElement.getAttribute('href')") == leads


@pytest.mark.parametrize("words", ["O12", "o๑๒", "O 12", "ข้อ ๑๒", "ข้อ 12", "ข้อ O12", "012", "๐๑๒", "  o-12 "])
def test_the_number_of_an_item_leads_to_its_page_first(tab: Tab, strict: str, words: str) -> None:
    tab.goto(f"{strict}search/index.html?agency=kut-chik")
    links = _ask(tab, words)["links"]
    assert isinstance(links, list)
    assert links[0] == f"{strict}kut-chik/2564/o12/index.html"


def test_a_result_shows_item_agency_year_state_and_the_words_where_they_stand(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?q={quote('รายงานงบการเงิน')}&agency=kut-chik")
    first = tab.locator(".hits > li").first
    expect(first.locator("a")).to_have_text("O12 รายงานผลการดำเนินงานประจำปี")
    expect(first.locator(".meta")).to_have_text("เทศบาลตำบลกุดจิกปีงบประมาณ พ.ศ. 2564หน่วยงานแจ้งว่าทำแล้ว")
    expect(first.locator(".excerpt mark")).to_have_text("รายงานงบการเงิน")
    expect(tab.locator("#search-status")).to_have_text(re.compile("^พบ [0-9]+ หน้า$"))


@pytest.mark.parametrize("words", ["รายงาน งบการเงิน", "ปี งบประมาณ ๒๕๖๓", "งบการเงิน  ประจำปีงบ"])
def test_a_hit_is_marked_as_it_is_written_whatever_its_spaces_and_digits(tab: Tab, strict: str, words: str) -> None:
    tab.goto(f"{strict}search/index.html?agency=kut-chik")
    told = _ask(tab, words)
    bare = re.sub(r"\s", "", words).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    assert re.sub(r"\s", "", str(told["first"])) == bare


def test_what_a_title_says_comes_before_what_a_text_says_and_an_overview_last(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?agency=che-bilang&q={quote('ร้องเรียน ทุจริต')}")
    _settle(tab)
    titles = tab.locator(".hits a").all_inner_texts()
    assert titles[0].startswith("O22 ")
    assert titles.index("ภาพรวม") > max(at for at, title in enumerate(titles) if "ร้องเรียนการทุจริต" in title)


def test_words_apart_must_all_stand_on_a_page(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?agency=kut-chik")
    both = _ask(tab, "กองคลัง งบการเงิน")["links"]
    assert isinstance(both, list)
    assert f"{strict}kut-chik/2564/o12/index.html" in both
    assert _ask(tab, "กองคลัง ฎฏฐ")["links"] == []
    expect(tab.locator("#search-status")).to_have_text(re.compile("^ไม่พบ"))


def test_nothing_that_is_typed_becomes_a_part_of_the_page(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?q={quote('<img src=x onerror=alert(1)>')}&office={quote('<b>')}")
    expect(tab.locator("#search-status")).to_have_text(re.compile("^ไม่พบ"))
    assert tab.locator("main img, main b").count() == 0


def test_results_are_narrowed_by_year_state_office_and_agency(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?q={quote('การ')}")
    _settle(tab)
    for name, value, holds in (
        ("year", "2565", "2565"),
        ("state", "reported", "หน่วยงานแจ้งว่าทำแล้ว"),
        ("agency", "phok-noi", "เทศบาลตำบลพอกน้อย"),
    ):
        tab.goto(f"{strict}search/index.html?q={quote('การ')}")
        tab.locator(f"select[name={name}]").select_option(value)
        tab.wait_for_url(re.compile(f"{name}={value}"))
        expect(tab.locator(".hits > li").first.locator(".meta")).to_contain_text(holds)
        told = tab.locator(".hits .meta").all_inner_texts()
        assert told
        assert all(holds in one for one in told)
    tab.goto(f"{strict}search/index.html?q={quote('รายงาน')}&agency=kut-chik")
    expect(tab.locator("select[name=office] option[value='กองคลัง']")).to_have_count(1)
    before = tab.locator("#search-status").inner_text()
    tab.locator("select[name=office]").select_option("กองคลัง")
    expect(tab.locator("#search-status")).not_to_have_text(before)
    found = [one.get_attribute("href") or "" for one in tab.locator(".hits a").all()]
    assert found
    tab.goto(strict + found[0].removeprefix("../"))
    expect(tab.locator("main")).to_contain_text("กองคลัง")


def test_a_search_can_be_linked(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html")
    tab.locator("#q").fill("แผนพัฒนา")
    tab.wait_for_url(re.compile(r"\?q="))
    _settle(tab)
    links = [one.get_attribute("href") for one in tab.locator(".hits a").all()]
    tab.goto(tab.url)
    expect(tab.locator("#q")).to_have_value("แผนพัฒนา")
    _settle(tab)
    assert [one.get_attribute("href") for one in tab.locator(".hits a").all()] == links


def test_from_a_page_of_an_agency_the_search_begins_within_it(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}kut-chik/2564/o12/index.html")
    tab.locator("header input[name=q]").fill("งบประมาณ")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"search/index\.html\?q=.*agency=kut-chik"))
    expect(tab.locator("select[name=agency]")).to_have_value("kut-chik")
    _settle(tab)
    one = tab.locator("#search-status").inner_text()
    tab.locator("select[name=agency]").select_option("")
    expect(tab.locator("#search-status")).not_to_have_text(one)
    assert "agency" not in tab.url


def test_the_keyboard_is_enough(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}kut-chik/index.html")
    tab.keyboard.press("Tab")
    while tab.evaluate("document.activeElement.name") != "q":
        tab.keyboard.press("Tab")
    tab.keyboard.type("แผนจัดซื้อ")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"search/index\.html"))
    _settle(tab)
    tab.locator("#q").focus()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".hits a").first).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".hits a").nth(1)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(tab.locator("#q")).to_be_focused()
    tab.keyboard.press("ArrowDown")
    leads = tab.locator(".hits a").first.get_attribute("href") or ""
    tab.keyboard.press("Enter")
    tab.wait_for_url(strict + leads.removeprefix("../"))


def test_more_results_are_a_button_away(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?q={quote('การ')}")
    more = tab.locator(".further button")
    expect(more).to_be_visible()
    assert tab.locator(".hits > li").count() == 20
    more.click()
    expect(tab.locator(".hits > li")).to_have_count(40)
    expect(tab.locator(".hits a").nth(20)).to_be_focused()


def test_a_shard_that_cannot_be_loaded_is_told_of(browser: Browser, strict: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.route("**/kut-chik/2564/search.js", lambda route: route.abort())
        tab.goto(f"{strict}search/index.html?q={quote('งบประมาณ')}")
        expect(tab.locator("#search-status")).to_have_text(re.compile("^พบ .* เปิดไฟล์สำหรับค้นหาไม่ได้ 1 ชุด"))


def test_only_shards_that_can_hold_the_words_are_loaded(tab: Tab, strict: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.removeprefix(strict)))
    tab.goto(f"{strict}search/index.html?q={quote('เทศบาลตำบลพอกน้อย')}")
    _settle(tab)
    shards = {one for one in asked if one.endswith("/search.js") and not one.startswith("assets/")}
    assert "phok-noi/2565/search.js" in shards
    assert len(shards) < 4


def test_a_reader_who_comes_to_the_box_has_few_shards_at_hand_before_typing(tab: Tab, strict: str) -> None:
    tab.goto(f"{strict}search/index.html?agency=kut-chik")
    with tab.expect_response(f"{strict}kut-chik/2564/search.js"):
        tab.locator("#q").focus()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.locator("#q").fill("งบประมาณ")
    _settle(tab)
    assert [one for one in asked if one.endswith(".js")] == []


def test_the_other_pages_load_nothing_of_the_search(tab: Tab, strict: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{strict}kut-chik/2564/o12/index.html")
    assert [one for one in asked if "search" in one] == []


def test_without_script_all_agencies_and_years_are_listed_instead(browser: Browser, shipped: Site, strict: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{strict}kut-chik/index.html")
        tab.locator("header input[name=q]").fill("แผน")
        tab.keyboard.press("Enter")
        tab.wait_for_url(re.compile(r"search/index\.html\?q="))
        expect(tab.get_by_text("ต้องใช้สคริปต์")).to_be_visible()
        expect(tab.locator("fieldset")).to_be_hidden()
        links = {one.get_attribute("href") or "" for one in tab.locator("#search-browse a").all()}
        dashboards = {f"../{name}" for name, page in shipped.pages.items() if page.kind == "dashboard"}
        assert dashboards <= links


@pytest.mark.sampled
def test_with_results_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, strict: str) -> None:
    wrong: list[str] = []
    with browser.new_context() as context:
        tab = context.new_page()
        for scheme, width in whole_or((MODES[0], ("dark", 320)), (*MODES, ("dark", 320))):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 800})
            tab.goto(f"{strict}search/index.html?q={quote('การจัดซื้อจัดจ้าง')}")
            _settle(tab)
            wrong += _violations(tab)
            assert not tab.evaluate(OVERFLOW), (scheme, width)
    assert wrong == []
