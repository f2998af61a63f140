"""The site as one ZIP: what is published, in the same bytes each time, and never half of it."""

import os
import resource
import signal
import zipfile
from pathlib import Path

import pytest
from projects import ITEM, YEAR, Content, WriteSmall, Written
from writing.disks import in_child

from generator.building.archive import write_archive
from generator.cli import main as cli
from generator.language import LANGUAGES
from generator.messages.message import messages
from generator.messages.reasons import REASONS

EVIDENCE: dict[str, Content] = {
    ITEM: "---\nitem: O1\nevidence: [{file: files/plan.pdf, title: แผน}]\n---\n",
    f"{YEAR}/files/plan.pdf": b"%PDF-1.4 plan",
}

FORMER = b"PK\3\4 former"


def run(written: Written, place: Path | str, *words: str) -> int:
    return cli.run(["build", written.root, "--zip", str(place), "--lang", "en", *words])


def test_it_holds_what_is_published_and_nothing_else(small: WriteSmall, tmp_path: Path) -> None:
    written = small(EVIDENCE)
    place = tmp_path / "site.zip"
    assert run(written, place) == 0
    with zipfile.ZipFile(place) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == written.site()
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(written.site())
    assert {(entry.date_time, entry.external_attr, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3)
    }
    assert ".prongsai" not in written.site()


def test_the_same_site_gives_the_same_bytes(small: WriteSmall, tmp_path: Path) -> None:
    written = small(EVIDENCE)
    assert run(written, tmp_path / "one.zip") == 0
    for path in Path(written.target).rglob("*.html"):
        os.utime(path, (0, 0))
    assert run(written, tmp_path / "other.zip") == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_a_former_one_is_replaced_and_nothing_is_left_beside_it(small: WriteSmall, tmp_path: Path) -> None:
    written = small(EVIDENCE)
    place = tmp_path / "out" / "site.zip"
    place.parent.mkdir()
    place.write_bytes(FORMER)
    assert run(written, place) == 0
    assert zipfile.is_zipfile(place)
    assert os.listdir(place.parent) == ["site.zip"]


def test_an_error_in_the_content_leaves_the_former_one(small: WriteSmall, tmp_path: Path) -> None:
    written = small({ITEM: "---\nitem: O99\n---\n"})
    place = tmp_path / "site.zip"
    place.write_bytes(FORMER)
    assert run(written, place) == 1
    assert place.read_bytes() == FORMER


@pytest.mark.parametrize(
    "inside", ["build/site.zip", "build/town/site.zip", "content/site.zip", "content/town/site.zip"]
)
def test_it_is_never_put_where_a_build_would_find_it(
    small: WriteSmall, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    written = small(EVIDENCE)
    os.makedirs(f"{written.root}/build/town", exist_ok=True)
    assert run(written, f"{written.root}/{inside}") == 2
    assert "cannot be put at" in capsys.readouterr().err
    assert not os.path.exists(f"{written.root}/{inside}")


def test_a_link_to_the_target_is_the_target(small: WriteSmall, tmp_path: Path) -> None:
    written = small(EVIDENCE)
    assert not written.build().failed
    (tmp_path / "elsewhere").symlink_to(written.target)
    assert run(written, tmp_path / "elsewhere/site.zip") == 2


@pytest.mark.parametrize("place", ["nowhere/site.zip", "folder"])
def test_one_that_cannot_be_written_is_told_and_the_site_stands(
    small: WriteSmall, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    written = small(EVIDENCE)
    (tmp_path / "folder").mkdir()
    before = set(os.listdir(tmp_path))
    assert run(written, tmp_path / place) == 3
    assert "OIT807" in capsys.readouterr().err
    assert "index.html" in written.site()
    assert set(os.listdir(tmp_path)) - before <= {"build", ".build.prongsai"}


def test_a_warning_that_keeps_the_site_from_being_published_keeps_the_former_one_too(
    small: WriteSmall, tmp_path: Path
) -> None:
    written = small(EVIDENCE)
    place = tmp_path / "site.zip"
    assert run(written, place) == 0
    before = place.read_bytes()
    written.write({f"{YEAR}/files/unused.pdf": b"%PDF-1.4", f"{YEAR}/o02.md": "---\nitem: O2\n---\nรายนาม\n"})
    assert run(written, place, "--strict") == 1
    assert place.read_bytes() == before
    assert run(written, place) == 0
    assert place.read_bytes() != before
    place.write_bytes(FORMER)
    assert run(written, place, "--strict") == 1  # nothing has changed since, and the warning is remembered
    assert place.read_bytes() == FORMER


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_killed_build_leaves_the_former_one_and_the_next_takes_away_what_it_left(
    small: WriteSmall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = small(EVIDENCE)
    place = tmp_path / "out" / "site.zip"
    place.parent.mkdir()
    place.write_bytes(FORMER)

    def doomed() -> None:
        monkeypatch.setattr(os, "fsync", lambda descriptor: os.kill(os.getpid(), signal.SIGKILL))
        run(written, place)

    assert in_child(doomed) == -signal.SIGKILL
    assert place.read_bytes() == FORMER
    assert len(os.listdir(place.parent)) == 2
    assert run(written, place) == 0
    assert zipfile.is_zipfile(place)
    assert os.listdir(place.parent) == ["site.zip"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_disk_that_fills_up_at_any_byte_leaves_the_former_one(small: WriteSmall, tmp_path: Path) -> None:
    written = small(EVIDENCE)
    assert run(written, tmp_path / "whole.zip") == 0
    size = (tmp_path / "whole.zip").stat().st_size
    place = tmp_path / "out" / "site.zip"
    place.parent.mkdir()
    place.write_bytes(FORMER)
    for limit in (1, 100, size // 2, size - 1):

        def limited(limit: int = limit) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with pytest.raises(OSError, match="too large"):
                write_archive(written.target, str(place))

        assert in_child(limited) == 0
        assert place.read_bytes() == FORMER
        assert os.listdir(place.parent) == ["site.zip"]


@pytest.mark.parametrize("content", [b"title: x", b"%PDF-1.4"])
def test_what_is_no_zip_stays(
    content: bytes, small: WriteSmall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small(EVIDENCE)
    place = tmp_path / "site.zip"
    place.write_bytes(content)
    assert run(written, place) == 3
    assert "a file of another kind has that name" in capsys.readouterr().err
    assert place.read_bytes() == content
    assert "index.html" in written.site()


def test_the_reasons_are_told_in_the_same_words_as_elsewhere() -> None:
    words = messages()["OIT807"].words["detail"]
    assert words == {key: dict(zip(LANGUAGES, REASONS[key], strict=True)) for key in words}
