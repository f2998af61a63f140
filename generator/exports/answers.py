"""The answers for the assessment system as a table."""

from collections.abc import Iterable, Mapping

from generator.exports.table import Column, Table
from generator.rendering.views import AnswerRow

COLUMNS = (
    Column("item", "ข้อ", width=7),
    Column("title", "ชื่อข้อ", width=44),
    Column("answer", "รหัสคำตอบ", width=11),
    Column("answer_title", "คำตอบ", width=16),
    Column("state_title", "สถานะ", width=22),
    Column("url", "ที่อยู่เว็บ", width=50),
    Column("explanation", "คำอธิบาย", width=70),
    Column("address", "ที่อยู่ในเว็บไซต์", width=34),
)


def answer_table(rows: Iterable[AnswerRow], words: Mapping[str, str]) -> Table:
    """A row for each item."""
    found = (
        (
            row.number,
            row.title,
            row.answer,
            words.get(f"answer_{row.answer}", row.answer),
            words.get(f"state_{row.state}", row.state),
            row.url,
            row.text,
            row.address,
        )
        for row in rows
    )
    return Table("answers", "คำตอบ", COLUMNS, tuple(found))
