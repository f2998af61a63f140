"""The wheel works where there is no checkout, and holds the same code."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import NamedTuple

import pytest

import generator

from .conftest import EXAMPLE, PROJECT
from .site import Site

pytestmark = [pytest.mark.wheel, pytest.mark.sweep]

NOT_SOURCE = (".*", "build", "dist", "node_modules", "__pycache__")
NOT_FOR_THE_WHEEL = (*NOT_SOURCE, "generator", "themes", "benchmarks", "windows")
"""What is left behind when the tests are run on the wheel. Benchmarks and the ZIP for Windows are of the checkout."""


class Installed(NamedTuple):
    """A virtual environment with the wheel in it, and the pinned versions of what it needs."""

    folder: Path

    def program(self, name: str) -> str:
        return str(self.folder / "Scripts" / f"{name}.exe" if os.name == "nt" else self.folder / "bin" / name)

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command that can find nothing but the wheel."""
        known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(command, cwd=cwd, env=known, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the checkout."""
    source = tmp_path_factory.mktemp("source") / "checkout"
    shutil.copytree(PROJECT, source, ignore=shutil.ignore_patterns(*NOT_SOURCE))
    done = subprocess.run(
        (sys.executable, "-m", "build", "--wheel", "--no-isolation", str(source)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    environment = Installed(tmp_path_factory.mktemp("installed") / "environment")
    venv.create(environment.folder, symlinks=os.name != "nt")
    python = environment.program("python")
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    done = subprocess.run(
        (*pip, "install", "--no-index", "--no-deps", str(wheel)), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    (own,) = environment.run(python, "-c", ask, cwd=environment.folder).stdout.splitlines()
    Path(own, "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return environment


def test_the_wheel_is_the_only_generator_there(installed: Installed) -> None:
    """So that the tests below cannot pass by what the checkout holds."""
    ask = "import generator; print(generator.__file__)"
    done = installed.run(installed.program("python"), "-c", ask, cwd=installed.folder)
    assert Path(done.stdout.strip()).is_relative_to(installed.folder), done.stderr


@pytest.mark.parametrize("name", ["shipped", "example"])
def test_the_wheel_builds_the_same_site_to_the_byte(
    installed: Installed, name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    of_the_checkout: Site = request.getfixturevalue(name)
    project = tmp_path / "โครงการ"
    shutil.copytree((PROJECT if name == "shipped" else EXAMPLE) / "content", project / "content")
    done = installed.run(installed.program("prongsai"), "build", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert Site(project / "build").files == of_the_checkout.files


def test_the_wheel_says_its_version(installed: Installed) -> None:
    done = installed.run(installed.program("prongsai"), "--version", cwd=installed.folder)
    assert done.stdout == f"prongsai {generator.__version__}\n"


def test_the_wheel_holds_every_file_of_the_generator_and_of_the_themes(installed: Installed) -> None:
    """To the byte: so what the tests say of the checkout is true of the wheel."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(installed.run(installed.program("python"), "-c", ask, cwd=installed.folder).stdout.strip(), "generator")
    assert held(own) == {
        **held(PROJECT / "generator"),
        **{f"themes/{name}": data for name, data in held(PROJECT / "themes").items()},
    }


@pytest.mark.parametrize("suite", ["messages", "cli"])
def test_tests_that_start_the_program_hold_for_the_wheel(installed: Installed, suite: str, tmp_path: Path) -> None:
    """Those that read what lies beside the code, and those that run commands in a process of their own."""
    there = tmp_path / "tests of the wheel"
    shutil.copytree(PROJECT, there, ignore=shutil.ignore_patterns(*NOT_FOR_THE_WHEEL))
    choice = ("-m", "not browser and not wheel and not checkout and not sweep", f"tests/{suite}")
    command = (installed.program("python"), "-m", "pytest", "-q", "-p", "no:cacheprovider", *choice)
    done = installed.run(*command, cwd=there)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert " passed" in done.stdout


def held(folder: Path) -> dict[str, bytes]:
    """The files below a folder but for what Python compiles."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
