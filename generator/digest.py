"""The digest that decides whether two contents are equal."""

try:
    from _blake2 import blake2b  # hashlib would load all of OpenSSL, a twentieth of a build with nothing to do
except ImportError:  # another Python keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
