"""The manifests list every published file with its size and SHA-256, and are the same however the site was made."""

import json
import os
import shutil
from hashlib import sha256

import pytest
from content.pages import Site
from projects import AGENCY, ITEM, SITE, SMALL, YEAR, Content, Write, WriteSmall, Written

from generator.exports.manifest import Listed, Manifest
from generator.preview.session import Session

EVIDENCE: dict[str, Content] = {
    ITEM: "---\nitem: O1\nevidence: [{file: files/plan.pdf, title: แผน}]\n---\nดู[แผนที่](files/map.png)\n",
    f"{YEAR}/files/plan.pdf": b"%PDF-1.4 plan",
    f"{YEAR}/files/map.png": b"\x89PNG\r\n\x1a\n",
    f"{YEAR}/files/unused.pdf": b"%PDF-1.4 nobody names it",
}
SECOND: dict[str, Content] = {"content/village/agency.yaml": str(SMALL[AGENCY]).replace("ทดสอบ", "ที่สอง")}
ALONE: dict[str, Content] = {SITE: "title: เว็บไซต์ทดสอบ\nagency: town\n"}


def rows(site: dict[str, bytes], address: str, key: str = "files") -> dict[str, tuple[int, str]]:
    """What a manifest says, by address in the site."""
    folder = address.removesuffix("manifest.json")
    return {folder + row["path"]: (row["size"], row["sha256"]) for row in json.loads(site[address])[key]}


def seen(site: dict[str, bytes]) -> dict[str, tuple[int, str]]:
    """What is there, in the same form."""
    return {address: (len(data), sha256(data).hexdigest()) for address, data in site.items()}


def built(written: Written) -> dict[str, bytes]:
    outcome = written.build()
    assert not outcome.failed, outcome.diagnostics
    return written.site()


def test_the_manifests_of_a_portal_list_every_file_and_each_other(small: WriteSmall) -> None:
    site = built(small({**EVIDENCE, **SECOND}))
    there = seen(site)
    top = there.pop("manifest.json")
    below = {name: there.pop(f"{name}/manifest.json") for name in ("town", "village")}
    assert top[0] > 0
    listed = rows(site, "manifest.json") | rows(site, "town/manifest.json") | rows(site, "village/manifest.json")
    assert listed == there
    assert rows(site, "manifest.json", "manifests") == {f"{name}/manifest.json": entry for name, entry in below.items()}
    assert "town/2567/files/plan.pdf" in listed
    assert not any("unused" in address for address in listed)


def test_an_agency_that_is_the_site_has_one_manifest_of_everything(small: WriteSmall) -> None:
    site = built(small({**EVIDENCE, **ALONE}))
    there = seen(site)
    del there["manifest.json"]
    assert rows(site, "manifest.json") == there
    assert rows(site, "manifest.json", "manifests") == {}


@pytest.mark.parametrize("also", [SECOND, ALONE], ids=["portal", "alone"])
def test_a_build_that_keeps_what_stands_ends_with_the_bytes_of_a_clean_one(
    small: WriteSmall, also: dict[str, Content]
) -> None:
    written = small({**EVIDENCE, **also})
    built(written)
    written.write({f"{YEAR}/o02.md": "---\nitem: O2\n---\nรายนาม\n"})
    kept = built(written)
    shutil.rmtree(written.target)
    assert kept == built(written)


def test_a_document_that_is_replaced_has_another_sum(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    before = rows(built(written), "town/manifest.json")
    written.write({f"{YEAR}/files/plan.pdf": b"%PDF-1.4 PLAN"})
    after = rows(built(written), "town/manifest.json")
    address = "town/2567/files/plan.pdf"
    assert after[address] == (13, sha256(b"%PDF-1.4 PLAN").hexdigest()) != before[address]
    assert after["town/2567/files/map.png"] == before["town/2567/files/map.png"]


def test_the_sum_of_a_document_that_stays_is_not_taken_again(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = small({**EVIDENCE, **SECOND})
    built(written)

    def refuse(*args: object) -> str:
        raise AssertionError("read once more")

    monkeypatch.setattr("generator.reading.checksum._read", refuse)
    written.write({f"{YEAR}/o02.md": "---\nitem: O2\n---\nรายนาม\n"})
    site = built(written)
    assert rows(site, "town/manifest.json")["town/2567/files/plan.pdf"][1] == sha256(b"%PDF-1.4 plan").hexdigest()


def test_a_document_that_changes_while_the_site_is_made_keeps_it_from_being_published(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = small(EVIDENCE)

    def changed(*args: object) -> str:
        return ""

    monkeypatch.setattr("generator.reading.checksum._read", changed)
    outcome = written.build()
    assert {(d.code, d.span.path) for d in outcome.diagnostics if d.severity == "error"} == {
        ("OIT805", f"{YEAR}/files/plan.pdf"),
        ("OIT805", f"{YEAR}/files/map.png"),
    }
    assert not os.path.exists(written.target)


@pytest.mark.parametrize("also", [SECOND, ALONE], ids=["portal", "alone"])
def test_the_preview_shows_the_same_manifests(small: WriteSmall, also: dict[str, Content]) -> None:
    written = small({**EVIDENCE, **also})
    site = built(written)
    session = Session(written)
    names = [address for address in session.addresses() if address.endswith("manifest.json")]
    assert names == sorted(address for address in site if address.endswith("manifest.json"))
    for name in names:
        assert session.get(name) == site[name]


def test_a_site_may_do_without(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.checksum._read", None)
    monkeypatch.setattr("generator.exports.manifest.listed", None)
    files = {**SMALL, **EVIDENCE, SITE: "title: เว็บไซต์ทดสอบ\nexports: [data]\n"}
    site = built(project(files))
    assert "town/2567/files/plan.pdf" in site
    assert not any(address.endswith("manifest.json") for address in site)


def test_no_byte_of_a_manifest_says_nothing() -> None:
    one = Listed("index.html", 2, "ab" * 32)
    text = Manifest((one, one._replace(path="a.html")), ()).text()
    assert text == (
        b'{"format": 1,\n"files": [\n {"path": "a.html", "size": 2, "sha256": "' + b"ab" * 32 + b'"},\n'
        b' {"path": "index.html", "size": 2, "sha256": "' + b"ab" * 32 + b'"}\n],\n"manifests": []}\n'
    )
    assert json.loads(text)["files"][0]["path"] == "a.html"


def test_the_shipped_site_is_listed_in_full(site: Site) -> None:
    root = site.root
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    del files[".prongsai"]
    manifests = [address for address in files if address.endswith("manifest.json")]
    found = {name: entry for address in manifests for name, entry in rows(files, address).items()}
    assert len(manifests) == 5
    assert found == {name: entry for name, entry in seen(files).items() if not name.endswith("manifest.json")}
