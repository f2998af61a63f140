"""The benchmark of the search asks what its portal has, on the page that readers use, and tells what it took."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.gzip_server import serving
from benchmarks.search_portal import YEARS, places, write_search_portal
from benchmarks.search_queries import COLD, Query, queries
from benchmarks.search_tab import Answer, First, answers, first_answers
from benchmarks.search_table import lines, percentile
from benchmarks.tools import REPOSITORY, own_command

ONE = Query("rare word", "ก")
TWO = Query("narrowed", "แผน", (("year", "2565"),))


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("portal")
    write_search_portal(site, 3)
    return site


@pytest.fixture(scope="module")
def address(portal: Path) -> Iterator[str]:
    subprocess.run((*own_command(None), "build", str(portal), "--quiet"), cwd=REPOSITORY, check=True)
    with serving(portal / "build") as base:
        yield base


def texts(portal: Path, folder: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((portal / "content" / folder).rglob("*.md")))


def test_a_portal_has_as_many_agency_years_as_are_asked_for(portal: Path) -> None:
    years = {path.relative_to(portal / "content").as_posix() for path in (portal / "content").glob("*/[0-9]*")}
    assert years == {f"example-001/{YEARS[0]}", f"example-001/{YEARS[1]}", f"example-002/{YEARS[0]}"}


def test_each_agency_year_has_words_that_no_other_has(portal: Path) -> None:
    first, second = (texts(portal, f"example-001/{year}") for year in YEARS)
    for own, year, other in ((first, YEARS[0], second), (second, YEARS[1], first)):
        names = places(f"example-001 {year}")
        assert sum(name in own for name in names) > 15
        assert not any(name in other for name in names)
    assert any(name in first and name in second for name in places("all", 400))


def test_a_portal_is_the_same_on_each_run(portal: Path, tmp_path: Path) -> None:
    write_search_portal(tmp_path, 2)
    assert texts(tmp_path, "example-001") == texts(portal, "example-001")


@pytest.mark.browser
def test_every_query_finds_what_its_kind_says(address: str, browser: Browser) -> None:
    found = answers(browser, address, queries(), 1)
    asked = {one.query for one in found}
    assert asked == set(queries())
    for one in found:
        # names that all may use need not stand in so small a portal
        if one.words == one.query.words and one.query.kind != "rare word":
            assert (one.shown == 0) == (one.query.kind == "no hit"), one
    assert sum(one.shown > 0 for one in found if one.query.kind == "rare word") >= 3
    assert all(one.pause >= 0 and one.seen >= one.work >= 0 and one.cpu > 0 for one in found)
    letters = [query for query in queries() if query.letters]
    assert sum(one.query in letters for one in found) == sum(len(query.words) - 1 for query in letters)


@pytest.mark.browser
def test_first_answers_are_those_of_a_page_that_had_loaded_nothing(address: str, browser: Browser) -> None:
    found = first_answers(browser, address, 1)
    assert [one.words for one in found] == list(COLD)
    for one in found:
        assert 0 < one.first <= one.complete
        assert one.told.startswith("พบ ")


def test_the_table_tells_the_spread_the_slowest_and_whether_the_target_held() -> None:
    warm = [
        *(Answer(ONE, "ก", 2.0, float(work), work + 4.0, 20, 3.5) for work in range(1, 11)),
        Answer(TWO, "แผ", 6.0, 60.0, 70.5, 3, 12.25),
    ]
    cold = [First("แผน", 210.4, 700.0, 0, "พบ"), First("แผน", 190.0, 800.0, 63.0, "พบ")]
    told = list(lines(100, 5, (1.5, 0.25), cold, warm))
    assert told[0].startswith("agency-years: 100, rounds: 5, load: 0.2..1.5 on ")
    assert told[2].split() == ["แผน", "200,", "190..210", "750,", "700..800", "63"]
    assert told[4].split() == ["rare", "word", "10", "2.0", "5.5", "10.0", "10.0", "14.0", "3.5"]
    assert told[6].split() == ["all", "11", "2.0", "6.0", "60.0", "60.0", "70.5", "12.2"]
    assert told[8] == "      60.0 ms,  3 shown: แผน year=2565 | แผ"
    assert told[-1] == "  target: every answer within 50 ms: 60.00, missed"
    assert not any("target" in line for line in lines(250, 5, (1.5, 0.25), cold, warm))


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3.0, 1.0, 2.0], 95) == 3.0
    assert percentile([float(value) for value in range(1, 101)], 95) == 95.0
    assert percentile([7.0], 95) == 7.0
