"""The formats in which evidence may be published."""

from tables import every_row

from generator.oit.evidence_format import FORMATS, IMAGES, format_name, suffix_of


@every_row(
    ("path", "suffix", "name"),
    [
        ("files/plan.pdf", "pdf", "PDF"),
        ("files/PLAN.PDF", "pdf", "PDF"),
        ("files/plan.2564.xlsx", "xlsx", "Excel"),
        ("files/v1.2/plan", "", ""),
        ("files/plan.", "", ""),
        ("files/แผน.docx", "docx", "Word"),
        ("files/page.html", "html", ""),
        ("files/drawing.svg", "svg", ""),
        ("files/run.js", "js", ""),
        ("https://example.invalid/plan.pdf", "pdf", "PDF"),
    ],
)
def test_a_format_is_known_by_the_ending_of_the_last_part_of_a_path(path: str, suffix: str, name: str) -> None:
    assert (suffix_of(path), format_name(path)) == (suffix, name)


@every_row("ending", ["html", "htm", "xhtml", "svg", "xml", "js", "mjs", "css", "swf", "exe", "php", "mht"])
def test_nothing_that_a_browser_would_run_in_the_name_of_the_site_is_published(ending: str) -> None:
    assert ending not in FORMATS


def test_images_are_formats_of_their_own_media_type() -> None:
    assert {FORMATS[ending][1].partition("/")[0] for ending in IMAGES} == {"image"}
