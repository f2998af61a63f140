"""The address of a site: what nothing can be put after is refused, and the rest has one form."""

from tables import every_row

from generator.diagnostics import Report
from generator.reading.site_file import SiteSettings, read_site

REFUSED = [
    ("https://a.go.th/x?q=1#f", "OIT221", "https://a.go.th/x"),
    ("https://a.go.th/#f", "OIT221", "https://a.go.th"),
    ("https://a.go.th?", "OIT221", "https://a.go.th"),
    ("https://a.go.th/x#", "OIT221", "https://a.go.th/x"),
    ("https://user:word@a.go.th/x", "OIT221", "https://a.go.th/x"),
    ("https://a.go.th/index.html", "OIT221", "https://a.go.th"),
    ("https://a.go.th/ita/Index.HTM", "OIT221", "https://a.go.th/ita"),
    ("https://a.go.th/ita/index.php/", "OIT221", "https://a.go.th/ita"),
    ("https://a.go.th/../x", "OIT221", "https://a.go.th/x"),
    ("https://a.go.th/ita/./x", "OIT221", "https://a.go.th/ita/x"),
    ("https://a.go.th//x", "OIT221", "https://a.go.th/x"),
    ("http://localhost", "OIT221", ""),
    ("http://localhost:8000/x", "OIT221", ""),
    ("http://127.0.0.1", "OIT221", ""),
    ("http://[::1]/", "OIT221", ""),
    ("a.go.th/x", "OIT211", "https://a.go.th/x"),
    ("www.a.go.th", "OIT211", "https://www.a.go.th"),
    ("ftp://a.go.th", "OIT211", "https://a.go.th"),
    ("https://a.go.th/x y", "OIT211", "https://a.go.th/x%20y"),
    ("https://a.go.th\\x", "OIT211", "https://a.go.th/x"),
    ("mailto:a@b.go.th", "OIT211", ""),
    ("https://a", "OIT211", ""),
]
TAKEN = [
    ("https://a.go.th", "https://a.go.th"),
    ("https://a.go.th/", "https://a.go.th"),
    ("https://a.go.th/ita/", "https://a.go.th/ita"),
    ("https://a.go.th:8443/ita", "https://a.go.th:8443/ita"),
    ("https://a.go.th:443/", "https://a.go.th"),
    ("http://a.go.th:80", "http://a.go.th"),
    ("https://A.Go.TH/Ita", "https://a.go.th/Ita"),
    ("HTTPS://a.go.th", "https://a.go.th"),
    ("https://เทศบาล.ไทย/ita", "https://xn--o3cg7ak5c9d.xn--o3cw4h/ita"),
    ("https://a.go.th/ข้อมูล", "https://a.go.th/%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%A1%E0%B8%B9%E0%B8%A5"),
    ("https://a.go.th/x%20y", "https://a.go.th/x%20y"),
    ("https://a.go.th/~ita", "https://a.go.th/~ita"),
]


def read(address: str) -> tuple[SiteSettings | None, Report]:
    report = Report()
    text = f"title: ก\naddress: {address}\nexports: [data, sitemap, feed]\n"
    return read_site(text.encode(), "site.yaml", report), report


@every_row(("address", "code", "meant"), REFUSED)
def test_what_nothing_can_be_put_after_is_refused(address: str, code: str, meant: str) -> None:
    found = read(address)[1].sorted()
    assert [(d.code, d.severity, d.span.line, d.param("suggestion")) for d in found] == [(code, "error", 2, meant)]


@every_row(("address", "written"), TAKEN)
def test_one_form_of_an_address(address: str, written: str) -> None:
    settings, report = read(address)
    assert report.diagnostics == []
    assert settings is not None
    assert settings.address == written
    assert read(written)[0] == settings


def test_a_site_without_an_address_is_told_what_it_misses() -> None:
    assert [(d.code, d.param("field")) for d in read("")[1].sorted()] == [("OIT340", "address")]
