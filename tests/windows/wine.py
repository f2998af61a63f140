"""The program from the ZIP for Windows, run by Wine: a real Windows Python on a simulated Windows."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from programs import cannot

SECONDS = 300
"""The most that one command may take, on a machine that others use too."""
_SHIM = """
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{ return RtlGenRandom(buffer, (ULONG)length); }
"""
"""What Wine 8 lacks of Windows and extensions written in Rust ask for. It is no part of the ZIP."""


class Said(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


def windows_path(path: Path) -> str:
    """The path of a file as Windows sees it: Wine shows the whole file system as drive Z."""
    return "Z:" + str(path).replace("/", "\\")


class Machine:
    """A simulated Windows with the ZIP unpacked in ``folder``."""

    def __init__(self, folder: Path, prefix: Path) -> None:
        self.folder = folder
        # what Wine would open of this machine, such as its browser, is no part of a test
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "LANG", "LANGUAGE")},
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winebrowser.exe=",
            "LC_ALL": "C.UTF-8",
        }

    def python(self, *words: str, encoding: str = "utf-8", seconds: int = SECONDS) -> Said:
        """Run the Windows Python. Output goes through pipes."""
        return self._run((str(self.folder / "python" / "python.exe"), *words), encoding, seconds)

    def prongsai(self, *words: str | Path) -> Said:
        """Run a command as ``prongsai.cmd`` does; paths are given as Windows knows them."""
        given = (windows_path(word) if isinstance(word, Path) else word for word in words)
        return self.python("-X", "utf8", "-m", "generator", *given)

    def command_file(self, name: str, *words: str) -> Said:
        """Run one of the command files."""
        return self._run(("cmd", "/c", f".\\{name}", *words), "utf-8")

    def _run(self, command: tuple[str, ...], encoding: str, seconds: int = SECONDS) -> Said:
        done = subprocess.run(
            ("wine", *command), stdin=subprocess.DEVNULL, capture_output=True, env=self.environment,
            cwd=self.folder, timeout=seconds, check=False,
        )  # fmt: skip
        texts = (text.decode(encoding).replace("\r\n", "\n") for text in (done.stdout, done.stderr))
        return Said(done.returncode, *texts)

    @contextmanager
    def running(self, *words: str | Path, program: str = "") -> "Iterator[subprocess.Popen[str]]":
        """A command that is killed when the block ends; a command file where ``program`` names one."""
        given = [windows_path(word) if isinstance(word, Path) else word for word in words]
        python = [str(self.folder / "python" / "python.exe"), "-X", "utf8", "-m", "generator"]
        command = ["cmd", "/c", f".\\{program}"] if program else python
        with subprocess.Popen(
            ["wine", *command, *given], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=self.environment, cwd=self.folder, encoding="utf-8",
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                process.kill()

    def outside(self) -> dict[str, int]:
        """What lies outside the unpacked folder: on drive C, with the user's profile, and beside the folder.

        Each path with the time of modification of a file, in nanoseconds, and 0 for a folder. Wine's command
        interpreter writes what a loop reads into files of its own, ``CMD*.tmp``; these and the registry are left out.
        """
        places = (self.folder.parent, Path(self.environment["WINEPREFIX"], "drive_c"))
        found = (path for place in places for path in place.rglob("*") if self.folder not in (path, *path.parents))
        return {
            str(path): 0 if path.is_dir() else path.lstat().st_mtime_ns
            for path in found
            if not path.match("Temp/CMD*.tmp")
        }

    def end(self) -> None:
        """End all that this Windows runs, and no other."""
        subprocess.run(("wineserver", "-k"), env=self.environment, check=False)
        subprocess.run(("wineserver", "-w"), env=self.environment, timeout=60, check=False)


@contextmanager
def machine(archive: Path, place: Path) -> Iterator[Machine]:
    """A Windows in ``place`` with the ZIP in a folder whose name has Thai letters and a blank."""
    compiler = "x86_64-w64-mingw32-gcc"
    for program in ("wine", "wineserver", compiler):
        if shutil.which(program) is None:
            cannot(f"no {program}: Debian has wine, wine64 and gcc-mingw-w64-x86-64")
    folder = place / "งาน ของเรา"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    made = Machine(folder / "prongsai", place / "prefix")
    source = place / "shim.c"
    source.write_text(_SHIM, encoding="ascii")
    shim = made.folder / "python" / "bcryptprimitives.dll"
    subprocess.run((compiler, "-shared", "-O2", "-o", str(shim), str(source), "-ladvapi32"), check=True)
    try:
        begun = subprocess.run(("wine", "wineboot", "-i"), env=made.environment, stdin=subprocess.DEVNULL,
                               capture_output=True, timeout=SECONDS, check=False)  # fmt: skip
        assert begun.returncode == 0, begun.stderr.decode(errors="replace")
        yield made
    finally:
        made.end()
