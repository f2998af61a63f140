"""The manifests of a site: which part of it lists which files, the same in a build and in a preview."""

from collections.abc import Iterable, Mapping

from generator.exports.manifest import NAME, Listed, listed, manifest_of
from generator.writing.bundle import Content

EXPORT = "manifest"
"""The word for it in the settings of the site."""


def manifest_address(slug: str, *, is_portal: bool) -> str:
    """Where the manifest that lists an agency's files is published: in its folder on a portal, else at the top."""
    return f"{slug}/{NAME}" if is_portal else NAME


def entry(address: str, content: Content, checksums: Mapping[str, str]) -> Listed:
    """A file as a manifest lists it. ``checksums`` are the SHA-256 of the files that are copied, by their digests."""
    if isinstance(content, bytes):
        return listed(address, content)
    return Listed(address, content.size, checksums[content.digest])


def manifest_at(address: str, files: Iterable[Listed], manifests: Iterable[Listed] = ()) -> tuple[Listed, bytes]:
    """The manifest that is published at an address: its own entry for the manifest above it, and its text."""
    text = manifest_of({}, files, manifests, address.removesuffix(NAME)).text()
    return listed(address, text), text
