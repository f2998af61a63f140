"""The manifests of a site: which part of it lists which files, the same in a build and in a preview."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.exports.manifest import NAME, Listed, listed, manifest_of
from generator.writing.bundle import FileRef

EXPORT = "manifest"
"""The word for it in the settings of the site."""


def prefix_of(slug: str, *, is_portal: bool) -> str:
    """The folder of the manifest that lists an agency's files: its own on a portal, else the top of the site."""
    return f"{slug}/" if is_portal else ""


def site_manifest(
    files: Mapping[str, bytes | FileRef], notes: Sequence[Mapping[str, Any]], *, is_portal: bool
) -> dict[str, bytes]:
    """The manifest of the site, by its address. ``notes`` are kept of the agencies; one alone is the whole site."""
    checksums = {} if is_portal else notes[0]["checksums"]
    below = [Listed(*note["manifest"]) for note in notes if note["manifest"]]
    manifest, text = part_manifest("", files, checksums, below)
    return {manifest.path: text}


def part_manifest(
    prefix: str,
    files: Mapping[str, bytes | FileRef],
    checksums: Mapping[str, str],
    manifests: Iterable[Listed] = (),
) -> tuple[Listed, bytes]:
    """The manifest of one part of the site: its own entry for the manifest above it, and its text.

    ``checksums`` are the SHA-256 of the files that are copied, by their digests.
    """
    made = {address: content for address, content in files.items() if isinstance(content, bytes)}
    copied = [
        Listed(address, content.size, checksums[content.digest])
        for address, content in files.items()
        if isinstance(content, FileRef)
    ]
    text = manifest_of(made, copied, manifests, prefix).text()
    return listed(f"{prefix}{NAME}", text), text
