"""Every page of every kind: well-formed, with links that lead somewhere, and nothing that runs or styles by itself."""

import posixpath
import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from projects import ITEM, SITE, SMALL, YEAR, Content, Written, told

from .everything import everything
from .page import Page, is_harmless

BODY = """\
# หัวข้อ

ข้อความ **หนา** *เอน* `รหัส` [ข้อ O2](o02.md) [ผล](results.md) [วิเคราะห์](analysis.md) [มาตรการ](measures.yaml)
[ก้าวหน้า](progress.md) [แผน](files/plan.pdf) [หัวข้อ](#หัวข้อ) [เว็บ](https://example.org) <office@example.go.th>
[โทร](tel:043123456)

## หัวข้อ

- หนึ่ง
  1. สอง

> อ้าง

| ก | ข |
|:--|--:|
| 1 | 2 |

```
รหัส <b>
```

![ตรา](files/seal.png "ตรา")

---
"""
SITES: dict[str, dict[str, Content]] = {
    "a portal": everything("ข้อความ", body=BODY),
    "one agency": everything("ข้อความ", body=BODY, site="agency: town\n"),
    "Thai numerals": everything("ข้อความ 12", body=BODY, site="numerals: thai\n"),
    "an address": everything("ข้อความ", body=BODY, site="address: https://example.go.th/ita/\n"),
    "no data": everything("ข้อความ", body=BODY, site="exports: [robots]\n"),
}
OWN_SCRIPTS = {
    "search": ("search/index.js", "assets/search.js"),
    "answers": ("assets/copy.js",),
    "portal": ("assets/filter.js",),
}
Site = tuple[str, dict[str, bytes]]


@pytest.fixture(scope="module", params=list(SITES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A published site, by the address of each file, and what it is."""
    root = str(tmp_path_factory.mktemp("site"))
    written = Written(root, f"{root}/build")
    written.write(SITES[request.param])
    assert not written.build().failed
    return str(request.param), written.site()


def pages(site: Site) -> dict[str, Page]:
    return {address: Page(data.decode("utf-8")) for address, data in site[1].items() if address.endswith(".html")}


def test_every_page_is_well_formed(site: Site) -> None:
    for address, page in pages(site).items():
        assert page.faults == [], address
        ids = page.values("id")
        assert len(set(ids)) == len(ids), address
        assert [tag for tag, _ in page.elements].count("h1") == 1, address
        assert all(dict(attributes).get("alt") is not None for tag, attributes in page.elements if tag == "img")


def test_levels_of_headings_go_down_one_by_one(site: Site) -> None:
    for address, page in pages(site).items():
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        for above, below in pairwise(levels):
            assert below <= above + 1, (address, levels)


def test_nothing_on_a_page_runs_or_styles_by_itself(site: Site) -> None:
    for address, page in pages(site).items():
        kinds = next(dict(attributes).get("class", "") for tag, attributes in page.elements if tag == "body").split()
        for tag, attributes in page.elements:
            names = {name for name, _ in attributes}
            assert not any(name.startswith("on") for name in names), (address, tag)
            assert "style" not in names, (address, tag)
            assert tag not in ("style", "iframe", "object", "embed", "base"), address
            if tag == "form":
                assert dict(attributes).get("action", "").endswith("index.html"), address
                assert dict(attributes).get("method") == "get", address
            if tag == "script":
                source = dict(attributes).get("src", "").replace("../", "")
                ours = [own for kind in kinds for own in OWN_SCRIPTS.get(kind, ())]
                assert source in ("assets/site.js", "/ita/assets/site.js", *ours), (address, source)
        assert page.values("http-equiv") == ["Content-Security-Policy"]


def test_every_address_is_harmless_and_every_inner_one_leads_somewhere(site: Site) -> None:
    name, files = site
    found = pages(site)
    for address, page in found.items():
        for tag, _, value in page.addresses():
            assert is_harmless(value), (address, value)
            parts = urlsplit(value)
            if parts.scheme:
                assert tag == "a" or value.startswith("https://example.go.th/ita"), (address, value)
                continue
            base = "/ita/" if name == "an address" and address == "404.html" else "/"
            path = posixpath.normpath(posixpath.join(base, posixpath.dirname(address), unquote(parts.path)))
            if not parts.path:
                path = base + address
            target = path.removeprefix(base)
            assert target in files, (address, value)
            if parts.fragment:
                assert unquote(parts.fragment) in found[target].values("id"), (address, value)


def test_pictures_scripts_and_styles_come_from_the_site(site: Site) -> None:
    for address, page in pages(site).items():
        for tag, name, value in page.addresses():
            if tag in ("img", "script", "link") and name in ("src", "href"):
                outside = urlsplit(value).scheme
                assert not outside or (tag == "link" and name == "href"), (address, value)


def test_links_to_other_sites_say_nothing_of_this_one(site: Site) -> None:
    for address, page in pages(site).items():
        for tag, attributes in page.elements:
            values = dict(attributes)
            if tag == "a" and values.get("href", "").startswith("http"):
                assert values.get("rel") == "noopener noreferrer", (address, values)


def test_every_file_of_the_site_has_an_address_for_every_host(site: Site) -> None:
    for address in site[1]:
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*", address), address


def test_two_builds_are_alike(tmp_path_factory: pytest.TempPathFactory) -> None:
    sites = []
    for _ in range(2):
        root = str(tmp_path_factory.mktemp("twice"))
        written = Written(root, f"{root}/build")
        written.write(SITES["a portal"])
        written.build()
        sites.append(written.site())
    assert sites[0] == sites[1]


# Links in texts lead to pages that are made, and to no others.

LINKS = [
    ("[x](o02.md)", True), ("[x](./o02.md)", True), ("[x](o2.md)", True), ("[x](o002.md)", True),
    ("[x](../2567/o02.md)", True),
    ("[x](o04.md)", False), ("[x](o00.md)", False), ("[x](O02.md)", True), ("[x](o02)", False),
    ("[x](o02.html)", False),
    ("[x](../2566/o02.md)", False), ("[x](../town/o02.md)", False), ("[x](o02.md#x)", False),
    ("[x](results.md)", False),
    ("[x](measures.yaml)", False), ("[x](progress.md)", True), ("[x](analysis.md)", False), ("[x](item.md)", False),
    ("[x](index.md)", False), ("[x](agency.yaml)", False), ("[x](o01.md)", True),
    ("[x](town/2567/o02/index.html)", False),
    ("[x](files/plan.pdf)", True), ("[x](plan.pdf)", False), ("[x](files/page.html)", False),
    ("[x](files/draw.svg)", False),
]  # fmt: skip


def test_a_link_leads_to_a_page_that_is_made_or_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = str(tmp_path_factory.mktemp("links"))
    written = Written(root, f"{root}/build")
    body = "".join(f"{link}\n\n" for link, _ in LINKS)
    files = {f"{YEAR}/files/{name}": b"x" for name in ("plan.pdf", "page.html", "draw.svg")}
    written.write({**SMALL, ITEM: f"---\nitem: O1\nstate: done\n---\n{body}", **files})
    refused = {line for code, _, line, _ in told(written.check(), "error") if code == "OIT502"}
    assert refused == {5 + 2 * number for number, (_, is_right) in enumerate(LINKS) if not is_right}


def test_a_theme_without_some_pages_links_to_none_of_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = str(tmp_path_factory.mktemp("few"))
    written = Written(root, f"{root}/build")
    written.write(everything("ข้อความ", site="theme: mine\n"))
    written.write(
        {
            "themes/mine/theme.yaml": "name: mine\npages: [portal, agency, dashboard, item, methods, method, '404']\n",
            f"{YEAR}/results.md": None,
            f"{YEAR}/analysis.md": None,
            f"{YEAR}/measures.md": None,
            f"{YEAR}/progress.md": None,
            SITE: "title: ก\ntheme: mine\n",
        }
    )
    assert told(written.build(), "error") == []
    files = written.site()
    assert "town/2567/results/index.html" not in files
    written.write({"themes/mine/theme.yaml": "name: mine\npages: [portal, dashboard]\n", ITEM: SMALL[ITEM]})
    assert told(written.build(), "error") == []
    written.write({ITEM: "---\nitem: O1\n---\n[x](o02.md)\n"})
    assert told(written.build(), "error") == [("OIT502", ITEM, 4, 5)]
    for address, data in files.items():
        if address.endswith(".html"):
            for _, _, value in Page(data.decode()).addresses():
                path = urlsplit(value).path
                if path and not urlsplit(value).scheme:
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
                    assert target in files, (address, value)


# Evidence that is a part of the text.

SECTIONS = [
    ("# แผน", "แผน", True), ("## แผน ##", "แผน", True), ("แผน\n===", "แผน", True), ("# **แผน** `ปี`", "แผน ปี", True),
    ("# แผน  ปี", "แผน  ปี", True), ("# น\u0e49\u0e33", "น\u0e4d\u0e49\u0e32", True),
    ("# แผ\u200bน", "แผน", True), ("# แผน", "แผ\u200bน", True),
    ("> # แผน", "แผน", True), ("# แผน", "แผ", False), ("```\n# แผน\n```", "แผน", False), ("    # แผน", "แผน", True),
    ("\\# แผน", "แผน", False), ("แผน", "แผน", False), ("#แผน", "แผน", False), ("", "แผน", False),
    ("# <แผน>", "<แผน>", True),
]  # fmt: skip


@pytest.mark.parametrize(("body", "section", "found"), SECTIONS, ids=range(len(SECTIONS)))
def test_evidence_in_a_section_leads_to_its_heading(
    tmp_path_factory: pytest.TempPathFactory, body: str, section: str, found: bool
) -> None:
    root = str(tmp_path_factory.mktemp("section"))
    written = Written(root, f"{root}/build")
    written.write({**SMALL, ITEM: f'---\nitem: O1\nevidence:\n  - section: "{section}"\n---\n{body}\n'})
    outcome = written.build()
    if not found:
        assert ("OIT307", ITEM, 4, 14) in told(outcome, "error")
        return
    assert told(outcome, "error") == []
    page = Page(written.site()["town/2567/o01/index.html"].decode())
    (href,) = [value for _, _, value in page.addresses() if value.startswith("#h-")]
    assert href[1:] in page.values("id")
