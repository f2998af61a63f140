"""Catalogues of data as graphs."""

import warnings

from rdflib import Graph


def graph_of(data: bytes) -> Graph:
    """What a file of JSON-LD says."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's own reader uses what the library calls old
        return Graph().parse(data=data.decode("utf-8"), format="json-ld")
