"""Page weights are those of the files, the server compresses, and a report of Lighthouse is read as it is."""

import gzip
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from benchmarks import lighthouse
from benchmarks.gzip_server import serving
from benchmarks.lighthouse import Scores, lighthouse_command, scores_of, weight_lines
from benchmarks.page_weight import of_each_kind, weigh, weigh_all

STYLE = """\
@font-face { src: url(fonts/thai.woff2) format("woff2"); unicode-range: U+0E01-0E5B, U+200C; }
@font-face { src: url(fonts/arrows.woff2) format("woff2"); unicode-range: U+2190; }
@font-face { src: url(fonts/marks.woff2) format("woff2"); unicode-range: U+203A; }
li::after { content: "\u203a"; }
"""
FACES = """\
@font-face { font-weight: 400; src: url(fonts/thai.woff2); unicode-range: U+0E00-0EFF; }
@font-face { font-weight: 700; src: url(fonts/arrows.woff2); unicode-range: U+0E01; }
@font-face { font-weight: 400; src: url(fonts/marks.woff2); unicode-range: U+0E01; }
"""
LINK = '<link rel="stylesheet" href="assets/style.css">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    fonts = root / "assets" / "fonts"
    fonts.mkdir(parents=True)
    for name, size in (("thai", 1000), ("arrows", 500), ("marks", 300)):
        (fonts / f"{name}.woff2").write_bytes(bytes(size))
    (root / "assets" / "style.css").write_text(STYLE, encoding="utf-8")
    (root / "assets" / "site.js").write_text("// ก\n" * 50, encoding="utf-8")
    (root / "assets" / "icon.svg").write_text("<svg/>", encoding="utf-8")
    (root / "assets" / "print.css").write_text("a { color: #000; }\n" * 50, encoding="utf-8")
    (root / "index.html").write_text(f'{LINK}<body class="portal">ก &larr;</body>', encoding="utf-8")
    (root / "a.html").write_text(f'{LINK}<body class="year item"><!-- ← -->{"x" * 9000}</body>', encoding="utf-8")
    (root / "b.html").write_text(
        f'{LINK}<link rel="stylesheet" href="assets/print.css" media="print">'
        '<script src="assets/site.js" defer></script><body class="year item">ก</body>',
        encoding="utf-8",
    )
    return root


def test_fonts_are_counted_by_the_characters_of_the_page_and_of_the_style(site: Path) -> None:
    assert weigh(site, "index.html").fonts == 1800
    assert weigh(site, "b.html").fonts == 1300
    assert weigh(site, "a.html").fonts == 300


def test_of_two_fonts_of_a_weight_with_a_character_the_later_is_counted(site: Path) -> None:
    (site / "assets" / "faces.css").write_text(FACES, encoding="utf-8")
    for words, size in (("ก", 800), ("ข", 1000), ("กข", 1800)):
        (site / "c.html").write_text(f'<link rel="stylesheet" href="assets/faces.css"><p>{words}', encoding="utf-8")
        assert weigh(site, "c.html").fonts == size


def test_the_first_view_is_what_is_sent_and_the_disk_what_is_written(site: Path) -> None:
    page = weigh(site, "b.html")
    sent = sum(
        len(gzip.compress((site / name).read_bytes(), 9)) for name in ("b.html", "assets/style.css", "assets/site.js")
    )
    assert page.first_view == sent + 1300
    assert page.html == (site / "b.html").stat().st_size
    of_paper = len(gzip.compress((site / "assets" / "print.css").read_bytes(), 9))
    assert page.whole == page.first_view + of_paper + len(gzip.compress(b"<svg/>", 9))
    files = ("b.html", "assets/style.css", "assets/print.css", "assets/site.js", "assets/icon.svg")
    assert page.written == sum((site / name).stat().st_size for name in files) + 1300


def test_the_heaviest_page_of_each_kind_stands_for_it(site: Path) -> None:
    assert {page.kind: page.address for page in of_each_kind(weigh_all(site))} == {
        "portal": "index.html",
        "year item": "b.html",
    }
    assert len(weight_lines(weigh_all(site))) == 4


def test_texts_are_sent_with_gzip_and_fonts_as_they_are(site: Path) -> None:
    with serving(site) as base:
        asked = urllib.request.Request(base, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read()) == (site / "index.html").read_bytes()
        font = urllib.request.Request(f"{base}assets/fonts/thai.woff2", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(font) as answer:
            assert answer.headers["Content-Encoding"] is None
            assert len(answer.read()) == 1000
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{base}../secret")


def test_a_report_is_read_and_what_cost_points_is_named() -> None:
    told = {
        "categories": {
            name: {"score": score} for name, score in zip(lighthouse.CATEGORIES, (0.975, 1, 1, 0.9), strict=True)
        },
        "audits": {
            "total-byte-weight": {"numericValue": 50_000.4, "score": 1, "title": "Weight"},
            "shift": {"score": 0.5, "displayValue": "0.2", "title": "Shift"},
            "other": {"score": None, "title": "Other"},
        },
    }
    assert scores_of(told) == Scores((98, 100, 100, 90), 50_000, ("shift (0.2)",))


def test_without_lighthouse_the_weights_are_printed_and_that_is_said(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lighthouse_command(str(tmp_path)) is None
    assert lighthouse.main(["--site", str(site), "--tool", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "| year item | b.html |" in said
    assert "lighthouse is not installed" in said


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Node")
def test_a_page_of_which_nothing_is_said_is_named(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lighthouse, "lighthouse_command", lambda folder: ("sh", "-c", "echo no browser >&2"))
    assert lighthouse.main(["--site", str(site), "--kinds", "portal"]) == 0
    assert "index.html: no browser" in capsys.readouterr().out


def test_where_there_is_no_site_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lighthouse.main(["--site", str(tmp_path)]) == 2
    assert "no published site" in capsys.readouterr().err
