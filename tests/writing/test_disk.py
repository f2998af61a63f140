"""The real disk: what it never does."""

import errno
import hashlib
import os
from collections.abc import Callable

import pytest
from lacking import no_exchange

from generator.writing.disk import RealDisk
from generator.writing.exchange import exchange

from .sites import read, write

DISK = RealDisk()


@pytest.fixture
def folder(target: str) -> str:
    os.mkdir(target)
    return target


class TestWrite:
    def test_a_file_that_is_there_is_not_touched(self, folder: str) -> None:
        write(f"{folder}/a", b"old")
        with pytest.raises(FileExistsError):
            DISK.write(f"{folder}/a", b"new")
        assert read(f"{folder}/a") == b"old"

    def test_a_link_is_not_written_through(self, folder: str) -> None:
        os.symlink(f"{folder}/elsewhere", f"{folder}/a")
        with pytest.raises(FileExistsError):
            DISK.write(f"{folder}/a", b"new")
        assert not os.path.exists(f"{folder}/elsewhere")

    @pytest.mark.parametrize("operation", [DISK.write, DISK.overwrite])
    def test_whatever_the_system_takes_at_a_time_all_is_written(
        self, folder: str, monkeypatch: pytest.MonkeyPatch, operation: Callable[[str, bytes], None]
    ) -> None:
        real = os.write
        monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, bytes(content[:3])))

        operation(f"{folder}/a", b"0123456789")

        assert read(f"{folder}/a") == b"0123456789"


class TestRead:
    def test_a_link_is_not_followed(self, folder: str) -> None:
        write(f"{folder}/a", b"secret")
        os.symlink("a", f"{folder}/b")
        with pytest.raises(OSError, match="symbolic") as caught:
            DISK.read(f"{folder}/b")
        assert caught.value.errno == errno.ELOOP

    def test_a_pipe_is_not_waited_for(self, folder: str) -> None:
        os.mkfifo(f"{folder}/a")
        assert DISK.read(f"{folder}/a", 10) == b""

    def test_a_limit_is_kept(self, folder: str) -> None:
        write(f"{folder}/a", b"0123456789")
        assert DISK.read(f"{folder}/a", 4) == b"0123"
        assert DISK.read(f"{folder}/a") == b"0123456789"

    def test_a_large_file_is_read_whole(self, folder: str) -> None:
        content = bytes(range(256)) * 10_000
        write(f"{folder}/a", content)
        assert DISK.read(f"{folder}/a") == content
        assert DISK.digest(f"{folder}/a") == hashlib.blake2b(content).hexdigest()
        assert DISK.copy(f"{folder}/a", f"{folder}/b") == hashlib.blake2b(content).hexdigest()
        assert read(f"{folder}/b") == content


class TestExchange:
    @no_exchange
    def test_a_file_and_a_folder_change_places(self, folder: str) -> None:
        write(f"{folder}/a", b"file")
        os.makedirs(f"{folder}/b/c")

        assert exchange(f"{folder}/a", f"{folder}/b")

        assert read(f"{folder}/b") == b"file"
        assert os.listdir(f"{folder}/a") == ["c"]

    @no_exchange
    def test_what_is_missing_is_an_error_that_names_both(self, folder: str) -> None:
        with pytest.raises(FileNotFoundError) as caught:
            exchange(f"{folder}/a", f"{folder}/b")
        assert (caught.value.filename, caught.value.filename2) == (f"{folder}/a", f"{folder}/b")

    def test_a_system_that_cannot_says_so_and_does_nothing(self, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
        os.makedirs(f"{folder}/a/in-a")
        os.makedirs(f"{folder}/b/in-b")
        monkeypatch.setattr("sys.platform", "win32")

        assert not exchange(f"{folder}/a", f"{folder}/b")

        assert (os.listdir(f"{folder}/a"), os.listdir(f"{folder}/b")) == (["in-a"], ["in-b"])

    @pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
    def test_a_file_system_that_refuses_is_told_from_other_errors(
        self, folder: str, monkeypatch: pytest.MonkeyPatch, number: int
    ) -> None:
        monkeypatch.setattr("ctypes.get_errno", lambda: number)

        assert not exchange(f"{folder}/missing", f"{folder}/missing-too")
