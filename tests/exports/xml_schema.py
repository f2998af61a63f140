"""Schemas of XML formats: what a published file has against the rules of its format."""

from functools import cache
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).resolve().parent / "schemas"


@cache
def _schema(name: str) -> "etree.RelaxNG | etree.XMLSchema":
    tree = etree.parse(str(SCHEMAS / name))
    return etree.RelaxNG(tree) if name.endswith(".rng") else etree.XMLSchema(tree)


def faults(name: str, data: bytes) -> list[str]:
    """What a file has wrong by the schema of that name, as lines of ``line: message``; nothing when it is valid."""
    schema = _schema(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    schema.validate(etree.fromstring(data, parser))
    return [f"{fault.line}: {fault.message}" for fault in schema.error_log]
