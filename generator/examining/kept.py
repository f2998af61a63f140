"""What was got out of documents, kept in the user's own cache: a second look at the same bytes parses nothing."""

import os
import sys
import tempfile
from collections.abc import Mapping

from generator.examining.extract import VERSION, Extract, from_json, to_json
from generator.examining.kinds import READERS, ending
from generator.examining.reader import Reads
from generator.paths import address_in, path_of

_NAME = "prongsai"


def cache_folder(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """The folder for what can be made again, as the system has it; nothing where the user has no home."""
    if platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
        return path_of(base, address_in(_NAME, "cache")) if base else ""
    base = environment.get("XDG_CACHE_HOME", "")
    home = environment.get("HOME", "")
    if not base and home:
        base = path_of(home, "Library/Caches" if platform == "darwin" else ".cache")
    return path_of(base, _NAME) if base else ""


class Kept:
    """Reads a document unless its extract is kept already. ``read_anew`` counts those that were parsed.

    Extracts hold the text of documents, so nobody else may read the folder. Where it cannot be written,
    documents are parsed each time.
    """

    def __init__(self, reader: Reads, folder: str) -> None:
        self.read_anew = 0
        self._reader = reader
        self._folder = path_of(folder, "evidence") if folder else ""

    def extract(self, path: str, digest: str, data: bytes) -> Extract:
        """The extract of a document, by the digest of its bytes and the version of what reads it."""
        name = f"{digest[:64]}-{READERS[ending(path)]}-{VERSION}.json"
        known = self._known(name)
        if known is not None:
            return known
        self.read_anew += 1
        found = self._reader.read(path, data)
        self._keep(name, to_json(found))
        return found

    def _known(self, name: str) -> Extract | None:
        if not self._folder:
            return None
        try:
            with open(path_of(self._folder, name), "rb") as file:
                return from_json(file.read())
        except OSError:
            return None

    def _keep(self, name: str, data: bytes) -> None:
        if not self._folder:
            return
        try:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            descriptor, written = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            os.replace(written, path_of(self._folder, name))
        except OSError:
            return
