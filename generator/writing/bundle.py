"""A bundle: what is to be published, as addresses and their content."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias


class FileRef(NamedTuple):
    """Content too large to hold: a source file (absolute path), its size in bytes and its blake2b digest, in hex."""

    path: str
    size: int
    digest: str


Content: TypeAlias = bytes | FileRef
"""What a file is published with."""
Bundle: TypeAlias = Mapping[str, Content]
"""Address -> content."""
