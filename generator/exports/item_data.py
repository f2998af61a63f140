"""One item as self-contained JSON, with the same record as in the data of its year."""

from typing import Any

from generator.exports.data import FORMAT, json_bytes


def item_json(tree: dict[str, Any], position: int) -> bytes:
    """The file ``data.json`` of one item, which stands at ``position`` in the data of its year, the ``tree``."""
    agency = {name: tree["agency"][name] for name in ("slug", "name", "name_en", "kind", "district", "province")}
    return json_bytes({"format": FORMAT, "agency": agency, "year": tree["year"], "item": tree["items"][position]})
