"""The content security policy that every page carries itself, for hosts that send none and for a disk."""

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from generator.preview.response import CONTENT_POLICY

from .site import Page, Site
from .walk import walk, walk_in

FETCHED = re.compile(r"(?<=(?:style|.font|..img)-src 'self')|(?<=script-src 'self')|(?<=form-action 'self')")
INLINE = '<script>document.title = "run";</script><style>body { color: red; }</style>'


def test_the_policy_of_a_page_is_that_of_the_recipes_before_anything_is_loaded(pages: list[Page]) -> None:
    """Without what a page cannot say of itself; and ``file:``, since to some browsers a disk is not its own origin."""
    meant = FETCHED.sub(" file:", CONTENT_POLICY.removesuffix("; frame-ancestors 'none'"))
    assert meant.count("file:") == 5
    for page in pages:
        head = [element for element in page.elements if element.tag not in {"html", "head"}][:2]
        assert "charset" in head[0].attributes, page.address
        assert head[1].attributes == {"http-equiv": "Content-Security-Policy", "content": meant}, page.address


@pytest.mark.browser
def test_pages_of_every_kind_obey_it_on_a_disk(browser: Browser, shipped: Site) -> None:
    """And ask for files of the site only. On a host that sends no policy they are walked in ``test_requests``."""
    kinds = {page.kind: address for address, page in shipped.pages.items()}
    base = f"{shipped.root.as_uri()}/"
    walked = walk(browser, [base + address for address in kinds.values()])
    assert walked.wrong == []
    assert walked.outside(base) == []
    asked = {url.rpartition(".")[2] for url in walked.asked}
    assert {"css", "js", "woff2"} <= asked


@pytest.mark.browser
def test_what_is_put_into_a_page_is_not_run(browser: Browser, shipped: Site, tmp_path: Path) -> None:
    """On a disk, where no host says so; and the silence of the test above means something."""
    root = tmp_path / "site"
    shutil.copytree(shipped.root, root)
    page = root / "index.html"
    page.write_text(shipped.pages["index.html"].text.replace("</body>", f"{INLINE}</body>"), encoding="utf-8")
    with browser.new_context() as context:
        walked = walk_in(context, [page.as_uri()])
        tab = context.pages[0]
        assert tab.title() != "run"
        assert tab.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    told = "\n".join(walked.wrong)
    assert "script-src-elem inline" in told
    assert "style-src-elem inline" in told


@pytest.mark.browser
def test_from_a_disk_the_search_still_finds_and_its_form_still_leads_there(browser: Browser, shipped: Site) -> None:
    with browser.new_context() as context:
        walked = walk_in(context, [f"{shipped.root.as_uri()}/search/index.html?q={quote('งบประมาณ')}"])
        tab = context.pages[0]
        expect(tab.locator(".hits > li").first).to_be_visible()
        tab.goto(f"{shipped.root.as_uri()}/kut-chik/index.html")
        tab.locator("header input[name=q]").fill("แผน")
        tab.keyboard.press("Enter")
        tab.wait_for_url(re.compile(r"search/index\.html\?q="))
        expect(tab.locator(".hits > li").first).to_be_visible()
    assert walked.wrong == []
