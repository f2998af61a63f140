"""What is asked of the search when it is timed."""

from typing import NamedTuple

from benchmarks.search_portal import WORKS, places, published

COLD = ("รายงาน", "กองคลัง รายงาน")
"""What is asked first on a page that has loaded nothing: words that stand in every agency-year."""


class Query(NamedTuple):
    """Words as typed and what they are narrowed by. ``letters``: every beginning of the words is asked in turn."""

    kind: str
    words: str
    chosen: tuple[tuple[str, str], ...] = ()
    letters: bool = False

    @property
    def name(self) -> str:
        """The words with what they are narrowed by."""
        return " ".join((self.words, *(f"{name}={value}" for name, value in self.chosen)))


def queries() -> tuple[Query, ...]:
    """The same queries for a portal of any size."""
    year, first = list(published(2))[-1]
    body = first.items[5].body.rstrip().split("\n")
    sentence, work = body[2], body[-1].removeprefix("- ")
    own = places(f"{first.slug} {year}")
    return (
        *(Query("common word", words) for words in ("งบประมาณ", "รายงาน", "กองคลัง", "ข้อมูล", "ปี", "pdf")),
        *(Query("rare word", words) for words in (*own[:3], *places("all")[:2], "1,234,500")),
        *(Query("two words", words) for words in ("กองคลัง รายงาน", "ถนน ประชาชน", f"{own[0]} ถนน", "แผน ผล")),
        *(Query("item", words) for words in ("O12", "ข้อ ๗", "o๓๐")),
        *(Query("Thai digits", words) for words in ("ปี ๒๕๖๕", "/๒๕๖๔", "หมู่ที่ ๙")),
        *(Query("long phrase", words) for words in (sentence, work, f"{sentence[:40]} งบประมาณ")),
        *(Query("no hit", words) for words in ("ฎฐฏ", "การแผนรายคลังงบ", "กองคลัง ขุดลอกถนน", "อากาศยานไร้คนขับ")),
        Query("narrowed", "รายงาน", (("year", str(year)),)),
        Query("narrowed", "รายงาน", (("state", "complete"),)),
        Query("narrowed", "แผน", (("office", "กองคลัง"),)),
        Query("narrowed", "งบประมาณ", (("agency", first.slug), ("year", str(year)))),
        *(Query("by letters", words, letters=True) for words in (WORKS[0], "แผนพัฒนาบุคลากร", "สัญญาเลขที่ 12")),
    )


BETWEEN = Query("between", "การ")
"""What is asked between any two queries, so that none profits from the one before it."""
