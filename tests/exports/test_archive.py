"""The evidence of an item in one file, with checksums that hold."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from content.pages import Site
from projects import Files, WriteSmall

from generator.building.check import check
from generator.exports import archive
from generator.oit.agency_year import EvidenceFile
from generator.reading.snapshot import Asset, read_asset

SITE = "title: เว็บไซต์ทดสอบ\nexports: [archive]\n"
ITEM = """\
---
item: O1
state: done
evidence:
  - {file: files/plan.pdf, title: แผน}
  - {file: files/ผัง.pdf, title: ผัง}
  - {file: files/plan.pdf, title: แผนเดิม}
  - {link: "https://example.org/", title: ลิงก์}
---
"""
FILES: Files = {
    "content/site.yaml": SITE,
    "content/town/2567/o01.md": ITEM,
    "content/town/2567/files/plan.pdf": b"%PDF plan",
    "content/town/2567/files/ผัง.pdf": b"%PDF chart",
}


def _archive(built: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(built["town/2567/o01/evidence.zip"]))


def test_every_evidence_file_is_in_it_once_as_it_is_published_and_its_checksum_holds(small: WriteSmall) -> None:
    written = small(FILES)
    assert not written.build().failed
    built = written.site()
    with _archive(built) as whole:
        assert whole.testzip() is None
        *names, last = whole.namelist()
        assert last == "SHA256SUMS"
        assert names == sorted(names)
        assert {name: whole.read(name) for name in names} == {
            name.removeprefix("town/2567/files/"): data for name, data in built.items() if "/files/" in name
        }
        lines = [line.split("  ") for line in whole.read(last).decode("ascii").splitlines()]
        sums = {name: digest for digest, name in lines}
        assert sums == {name: hashlib.sha256(whole.read(name)).hexdigest() for name in names}
    html = built["town/2567/o01/index.html"].decode()
    assert 'o01/evidence.zip"' in html
    assert not [name for name in built if name.endswith(".zip") and "o01" not in name]


def test_it_is_the_same_wherever_it_is_made(small: WriteSmall, example: Site) -> None:
    written = small(FILES)
    assert not written.build().failed
    with _archive(written.site()) as one, zipfile.ZipFile(example.root / "2566/o01/evidence.zip") as other:
        for info in (*one.infolist(), *other.infolist()):
            assert (info.date_time, info.compress_type, info.create_system) == ((1980, 1, 1, 0, 0, 0), 0, 3)
            assert info.external_attr == 0o100644 << 16


def test_an_archive_that_would_be_too_large_is_not_made_and_not_linked(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LIMIT", 18)
    written = small(FILES)
    assert not written.build().failed
    assert not [name for name, data in written.site().items() if "evidence.zip" in name or b"evidence.zip" in data]
    assert "town/2567/files/plan.pdf" in written.site()


def test_all_archives_of_an_agency_are_within_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "AGENCY_LIMIT", 30)
    budget = archive.Budget()
    assert [budget.allows(size) for size in (20, 11, 10, 1)] == [True, False, True, False]


def test_a_document_that_is_not_what_was_read_stops_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF plan")
    asset = Asset(str(path), 9, hashlib.blake2b(b"%PDF plan").hexdigest())
    members = [("plan.pdf", EvidenceFile("files/plan.pdf", 9, asset.digest))]
    assert archive.archive_bytes(2567, members, lambda file: read_asset(asset)) is not None
    path.write_bytes(b"%PDF else")
    assert archive.archive_bytes(2567, members, lambda file: read_asset(asset)) is None
    path.unlink()
    assert archive.archive_bytes(2567, members, lambda file: read_asset(asset)) is None


def test_a_build_during_which_a_document_changed_says_so(small: WriteSmall, monkeypatch: pytest.MonkeyPatch) -> None:
    written = small(FILES)
    monkeypatch.setattr("generator.building.evidence_files.read_asset", lambda asset: None)
    assert [one.code for one in check(written).diagnostics if one.severity == "error"] == ["OIT805"]
