"""The tables of the documentation that are made from the code: ``python -m tests.docs.tables`` writes them anew."""

from generator.exports.answers import COLUMNS
from generator.exports.table import ELEMENT_COLUMNS, EVIDENCE_COLUMNS, ITEM_COLUMNS, Column
from generator.oit.evidence_format import FORMATS
from generator.reading.agency_file import AGENCY
from generator.reading.catalogue_file import CATALOGUE
from generator.reading.disclosure_file import DISCLOSURE
from generator.reading.measures_file import MEASURES
from generator.reading.narrative_file import NARRATIVE
from generator.reading.results_file import RESULTS
from generator.reading.site_file import SITE
from generator.reading.theme_files import theme_record
from generator.rendering.pages import PAGE_KINDS

from .command_words import command_table, option_tables
from .documents import documents
from .fields import field_tables
from .limits import limit_table


def tables() -> dict[str, str]:
    """Every such table by its name."""
    return {
        "commands": command_table(),
        "options": option_tables(),
        "fields of site.yaml": field_tables(SITE, "####"),
        "fields of theme.yaml": field_tables(theme_record(PAGE_KINDS), "####"),
        "fields of a catalogue": field_tables(CATALOGUE, "###"),
        "fields of agency.yaml": field_tables(AGENCY, "###"),
        "fields of an item": field_tables(DISCLOSURE, "###"),
        "fields of results.yaml": field_tables(RESULTS, "###"),
        "fields of measures.yaml": field_tables(MEASURES, "###"),
        "fields of a report text": field_tables(NARRATIVE, "###"),
        "limits": limit_table(),
        "columns": _columns(
            {
                "data.csv": ITEM_COLUMNS,
                "elements.csv": ELEMENT_COLUMNS,
                "evidence.csv": EVIDENCE_COLUMNS,
                "answers.csv": COLUMNS,
            }
        ),
        "evidence formats": ", ".join(f"`.{suffix}`" for suffix in FORMATS) + "\n",
    }


def _columns(tables: dict[str, tuple[Column, ...]]) -> str:
    """The columns of each table with their titles and types."""
    lines = ["| ไฟล์ · file | ช่อง · column | ชื่อไทย · title | ชนิด · type |", "| --- | --- | --- | --- |"]
    lines += [
        f"| `{file}` | `{column.name}` | {column.title} | {column.kind} |"
        for file, columns in tables.items()
        for column in columns
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write each table into the pages that show it."""
    made = tables()
    for page in documents():
        text = page.with_made(made)
        if text != page.text:
            page.path.write_text(text, encoding="utf-8", newline="\n")
            print(page.name)


if __name__ == "__main__":
    main()
