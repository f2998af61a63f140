"""The ZIP for Windows: a Python that needs no installation, the generator, and what starts it by a double click.

It lies outside ``generator/``, because it is made with a checkout and is no part of what it packs.
"""
