"""What is done with a checkout, for make and for ``tasks.cmd`` alike: ``python tasks.py test``.

It needs Python 3.11 and nothing else; all that it installs goes into ``.venv`` and ``node_modules``.
Words after the task's name are passed on to its command.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".build.prongsai")
FAILED = 1
USAGE = 2


def program(name: str) -> str:
    """A program installed in the environment."""
    return str(ENVIRONMENT / "Scripts" / f"{name}.exe" if os.name == "nt" else ENVIRONMENT / "bin" / name)


def run(*command: str, **variables: str) -> int:
    """Run a command in the checkout, with these environment variables besides; its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


def stamp_of(*names: str) -> str:
    """A digest of what was installed from, and where to: an environment does not survive a move."""
    digest = hashlib.sha256(os.fsencode(ROOT))
    for name in names:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def installed(folder: Path, stamp: str) -> bool:
    """Whether the folder was wholly installed from the same files; the stamp is written last."""
    mark = folder / "installed"
    return mark.is_file() and mark.read_text(encoding="ascii") == stamp


def environment() -> None:
    """Make ``.venv`` with the pinned versions and the checkout itself in it, unless it is there."""
    stamp = stamp_of("requirements-dev.txt", "pyproject.toml")
    if installed(ENVIRONMENT, stamp) and os.path.exists(program("python")):
        return
    print("Installing into .venv ...", flush=True)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    install = (program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    # The requirements name all that is needed, each at one version; of one of them no more than its files is.
    # Not the interpreter of an activated environment: that may be the one that was just deleted.
    steps = (
        (getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(ENVIRONMENT)),
        (*install, "--no-deps", "--requirement", "requirements-dev.txt"),
        (*install, "--no-deps", "--no-build-isolation", "--editable", "."),
        (program("python"), "-m", "compileall", "-q", "generator"),
    )
    for step in steps:
        if run(*step):
            raise SystemExit(FAILED)
    (ENVIRONMENT / "installed").write_text(stamp, encoding="ascii")


def html_checker() -> None:
    """Install the HTML checker where npm is at hand; the test that needs it says so when it is missing."""
    stamp = stamp_of("package.json", "package-lock.json")
    npm = shutil.which("npm")
    if npm is None or installed(NODE_MODULES, stamp):
        return
    print("Installing into node_modules ...", flush=True)
    if run(npm, "ci", "--silent") == 0:
        (NODE_MODULES / "installed").write_text(stamp, encoding="ascii")


def build(words: Sequence[str]) -> int:
    """Build the site of ``content/`` into ``build/``."""
    environment()
    return run(program("prongsai"), "build", *words)


def preview(words: Sequence[str]) -> int:
    """Show the site of ``content/`` while it is edited."""
    environment()
    return run(program("prongsai"), "preview", *words)


def check(words: Sequence[str]) -> int:
    """Look over the code: lint, form and types. All three are run, whatever the first ones find."""
    environment()
    codes = (
        run(program("ruff"), "check", *words),
        run(program("ruff"), "format", "--check", *words),
        run(program("mypy")),
    )
    return max(codes)


def pytest(*words: str, whole: str) -> int:
    """Run tests in two processes; a module's tests stay in one of them, and share what they make.

    ``whole`` is empty where tests that can try a few examples are to do so (``tests/sampling.py``).
    """
    html_checker()
    command = (program("python"), "-m", "pytest", "--numprocesses=2", "--dist=loadfile", *words)
    return run(*command, PRONGSAI_SWEEP=whole)


def test(words: Sequence[str]) -> int:
    """Look over the code, then run the tests but for the sweeps: the command to use while changing something."""
    return max(check(()), pytest("-m", "not sweep", *words, whole=""))


def sweeps(words: Sequence[str]) -> int:
    """Run the tests that take long: every page in every mode, kills, long random sequences, the wheel, Windows."""
    environment()
    return pytest("-m", "sweep or sampled", *words, whole="1")


def test_all(words: Sequence[str]) -> int:
    """Look over the code, then run every test, the sweeps among them."""
    return max(check(()), pytest(*words, whole="1"))


def wheel(words: Sequence[str]) -> int:
    """Build the wheel into ``dist/``."""
    environment()
    return run(program("python"), "-m", "build", "--wheel", "--no-isolation", *words)


def windows(words: Sequence[str]) -> int:
    """Make the ZIP for Windows, with Python inside, into ``dist/``."""
    environment()
    return run(program("python"), "-m", "windows", *words)


def clean(words: Sequence[str]) -> int:
    """Delete all that the other tasks made, caches with it."""
    for name in (".venv", "node_modules", "build", "dist", *CACHES):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


TASKS: dict[str, Callable[[Sequence[str]], int]] = {
    task.__name__.replace("_", "-"): task
    for task in (build, check, test, sweeps, test_all, preview, wheel, windows, clean)
}


def main(words: Sequence[str]) -> int:
    """Do the task that the first word names; the exit code."""
    if not words or words[0] not in TASKS:
        for name, task in TASKS.items():
            print(f"{name:8} {(task.__doc__ or '').splitlines()[0]}")
        return USAGE
    return TASKS[words[0]](words[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
