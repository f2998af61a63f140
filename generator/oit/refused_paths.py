"""Files that exist but were refused with a diagnostic."""

from typing import NamedTuple


class RefusedPaths(NamedTuple):
    """Files and folders that are there and were reported, by path; an empty one is everything."""

    paths: frozenset[str] = frozenset()

    def holds(self, path: str) -> bool:
        """Whether a file was reported, or a folder it lies in: to say anything else of it would be untrue."""
        return any(not one or path == one or path.startswith(f"{one}/") for one in self.paths)

    def below(self, folder: str) -> "RefusedPaths":
        """What was reported in one folder, by the paths in it."""
        if self.holds(folder):
            return RefusedPaths(frozenset(("",)))
        return RefusedPaths(frozenset(one[len(folder) + 1 :] for one in self.paths if one.startswith(f"{folder}/")))
