"""Prongsai (โปร่งใส): a static site generator for transparency publishing."""

__version__ = "0.1.0"
