"""All of the documentation that is made from the code: ``python -m tests.docs.tables`` writes it anew."""

from generator.exports.answers import COLUMNS
from generator.exports.table import ELEMENT_COLUMNS, EVIDENCE_COLUMNS, ITEM_COLUMNS, Column
from generator.language import LANGUAGES, Language
from generator.oit.evidence_format import FORMATS
from generator.oit.export_formats import EXPORT_FORMATS
from generator.reading.agency_file import AGENCY
from generator.reading.catalogue_file import CATALOGUE
from generator.reading.disclosure_file import DISCLOSURE
from generator.reading.links_file import LINKS
from generator.reading.measures_file import MEASURES
from generator.reading.narrative_file import NARRATIVE
from generator.reading.results_file import RESULTS
from generator.reading.site_file import SITE
from generator.reading.theme_files import theme_record
from generator.rendering.pages import PAGE_KINDS

from .codes import codes
from .command_words import command_table, option_tables
from .documents import documents
from .fields import field_tables
from .glossary import glossary, terms
from .languages import of, table
from .limits import limit_table
from .theme_values import reference


def tables(language: Language) -> dict[str, str]:
    """Every part that is made, by its name."""
    return {
        "commands": command_table(language),
        "options": option_tables(language),
        "fields of site.yaml": field_tables(SITE, "####", language),
        "fields of theme.yaml": field_tables(theme_record(PAGE_KINDS), "####", language),
        "fields of a catalogue": field_tables(CATALOGUE, "###", language),
        "fields of agency.yaml": field_tables(AGENCY, "###", language),
        "fields of an item": field_tables(DISCLOSURE, "###", language),
        "fields of results.yaml": field_tables(RESULTS, "###", language),
        "fields of links.yaml": field_tables(LINKS, "###", language),
        "fields of measures.yaml": field_tables(MEASURES, "###", language),
        "fields of a report text": field_tables(NARRATIVE, "###", language),
        "limits": limit_table(language),
        "columns": _columns(
            {
                "data.csv": ITEM_COLUMNS,
                "elements.csv": ELEMENT_COLUMNS,
                "evidence.csv": EVIDENCE_COLUMNS,
                "answers.csv": COLUMNS,
            },
            language,
        ),
        "exports": _exports(language),
        "evidence formats": ", ".join(f"`.{suffix}`" for suffix in FORMATS) + "\n",
        "codes": codes(language),
        "glossary": glossary(language),
        "states": terms("states", language),
        "bases": terms("bases", language),
        "relations": terms("relations", language),
        "periods": terms("periods", language),
        "evidence": terms("evidence", language),
        "theme values": reference(language),
    }


def _exports(language: Language) -> str:
    """The names of ``exports`` with where the file stands and what is made."""
    rows = [
        [
            f"`{row.name}`",
            f"`{row.address.format(year='<year>')}`" if row.address else "",
            (row.th, row.en)[of(language)],
        ]
        for row in EXPORT_FORMATS
    ]
    return table((("ชื่อ", "name"), ("ไฟล์", "file"), ("สิ่งที่สร้าง", "what is made")), rows, language)


def _columns(files: dict[str, tuple[Column, ...]], language: Language) -> str:
    """The columns of each table with their titles and types."""
    rows = [
        [f"`{file}`", f"`{column.name}`", f"`{column.title}`", column.kind]
        for file, columns in files.items()
        for column in columns
    ]
    return table((("ไฟล์", "file"), ("ช่อง", "column"), ("ชื่อไทย", "Thai title"), ("ชนิด", "type")), rows, language)


def main() -> None:
    """Write each part into the pages that show it."""
    made = {language: tables(language) for language in LANGUAGES}
    for page in documents():
        text = page.with_made(made[page.language])
        if text != page.text:
            page.path.write_text(text, encoding="utf-8", newline="\n")
            print(page.name)


if __name__ == "__main__":
    main()
