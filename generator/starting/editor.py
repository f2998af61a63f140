"""Files for editors: schemas and settings.

Editors complete and check ``.yaml`` files by them. The fields of a Markdown file are out of their
reach: no editor hands front matter to its YAML extension.
"""

import json
from collections.abc import Iterable, Mapping

from generator.oit.catalogue import Catalogue
from generator.project import CATALOGUES, CONTENT, SITE_FILE
from generator.reading.json_schema import schema_files

SCHEMAS = ".prongsai/schema"


def modeline(schema: str, *, depth: int) -> str:
    """The comment that names the schema of a YAML file so many folders below the project."""
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMAS}/{schema}.json"


def schemas(catalogues: Mapping[int, Catalogue]) -> dict[str, bytes]:
    """All schemas, by their path in the project."""
    return {f"{SCHEMAS}/{name}": data for name, data in schema_files(catalogues).items()}


def settings(years: Iterable[int]) -> dict[str, bytes]:
    """The settings of Visual Studio Code and the extensions it should offer to install."""
    places = {
        "site": SITE_FILE,
        "agency": f"{CONTENT}/*/agency.yaml",
        "measures": f"{CONTENT}/*/*/measures.yaml",
        "catalogue": f"{CATALOGUES}/*.yaml",
        **{f"results-{year}": f"{CONTENT}/*/{year}/results.yaml" for year in sorted(years)},
    }
    own = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.unicodeHighlight.allowedLocales": {"th": True},
        "yaml.schemas": {f"./{SCHEMAS}/{name}.json": place for name, place in places.items()},
    }
    return {
        ".vscode/settings.json": _json(own),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
