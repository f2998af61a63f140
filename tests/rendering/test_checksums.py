"""The SHA-256 of a document stands beside it on the page of its item and in the data, and is that of the file."""

import json
from hashlib import sha256

import pytest
from projects import ITEM, SITE, YEAR, Content, WriteSmall

PLAN = b"%PDF-1.4 " + b"plan" * 500
EVIDENCE: dict[str, Content] = {
    ITEM: "---\nitem: O1\nevidence:\n  - {file: files/plan.pdf, title: แผน}\n"
    "  - {link: 'https://example.go.th/', title: เว็บ}\n---\n",
    f"{YEAR}/files/plan.pdf": PLAN,
}


def test_the_page_and_the_data_show_the_sum_of_the_published_file(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    assert not written.build().failed
    site = written.site()
    page = site["town/2567/o01/index.html"].decode()
    own = sha256(site["town/2567/files/plan.pdf"]).hexdigest()
    assert page.count(f"<code>{own}</code>") == page.count("SHA-256") == 1
    assert "2,009 ไบต์" in page
    plan, link = json.loads(site["town/2567/data.json"])["items"][0]["evidence"]
    assert (plan["size"], plan["sha256"]) == (len(PLAN), own)
    assert (link["size"], link["sha256"]) == (None, None)


def test_a_site_in_thai_numerals_keeps_the_sum_as_it_is(small: WriteSmall) -> None:
    written = small({**EVIDENCE, SITE: "title: เว็บไซต์ทดสอบ\nnumerals: thai\n"})
    assert not written.build().failed
    page = written.site()["town/2567/o01/index.html"].decode()
    assert f"<code>{sha256(PLAN).hexdigest()}</code>" in page
    assert "๒,๐๐๙ ไบต์" in page


@pytest.mark.parametrize("exports", ["[]", "[data]"])
def test_without_the_manifest_no_sum_is_taken(small: WriteSmall, monkeypatch: pytest.MonkeyPatch, exports: str) -> None:
    monkeypatch.setattr("generator.reading.checksum._read", None)
    written = small({**EVIDENCE, SITE: f"title: เว็บไซต์ทดสอบ\nexports: {exports}\n"})
    assert not written.build().failed
    assert b"SHA-256" not in written.site()["town/2567/o01/index.html"]
