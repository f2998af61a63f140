"""Numbers in a text that belong to a person: citizen ids, bank accounts, mobile phones.

A number counts as a citizen id only when its checksum holds and its first digit is 1 to 8; the id of a company,
which begins with 0, passes the same checksum. Dashes or a label nearby make it certain; without them it is possible.
A person's id for taxes is the citizen id.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.oit.agency import Agency

What = Literal["citizen", "possible", "bank", "phone"]


class Personal(NamedTuple):
    """A number of a person: from ``start`` to ``end`` in the text. ``shown`` is how it may be printed."""

    what: What
    start: int
    end: int
    shown: str
    digits: str


_ARABIC = {ord("๐") + value: str(value) for value in range(10)}
_ANY_DIGIT = re.compile("[0-9๐-๙]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+", re.IGNORECASE)
_EDGE = r"(?<![0-9A-Za-z_/.\-–])"
_AFTER = r"(?![0-9A-Za-z_\-–]|\.[0-9])"
_CITIZEN = re.compile(rf"{_EDGE}(?:[1-8][0-9]{{12}}|[1-8]([-– ])[0-9]{{4}}\1[0-9]{{5}}\1[0-9]{{2}}\1[0-9]){_AFTER}")
_BANK = re.compile(rf"{_EDGE}(?:[0-9]{{3}}[- ][0-9][- ][0-9]{{5}}[- ][0-9]|[0-9]{{10}}|[0-9]{{12}}){_AFTER}")
_PHONE = re.compile(rf"{_EDGE}0[689][0-9](?:[0-9]{{7}}|[- ][0-9]{{3}}[- ]?[0-9]{{4}}|[0-9][- ][0-9]{{6}}){_AFTER}")

_OF_PERSON = re.compile(
    "ประชาชน|ผู้เสียภาษี|บัตรประจำตัว|เลขบัตร|หมายเลขบัตร|citizen|national id|id card|id no|tax id", re.IGNORECASE
)
_OF_ACCOUNT = re.compile("เลขที่บัญชี|บัญชีเลขที่|เลขบัญชี|หมายเลขบัญชี|บัญชีธนาคาร|บ/ช|account no|bank account", re.IGNORECASE)
_OF_PHONE = re.compile("โทร|มือถือ|เบอร์|tel|mobile|phone", re.IGNORECASE)
_OF_THING = re.compile(
    "งบประมาณ|โครงการ|สัญญา|นิติบุคคล|ครุภัณฑ์|บาร์โค้ด|ใบเสร็จ|แหล่งเงิน|รหัสงาน|เลขที่เอกสาร|เลขคุม|อ้างอิง|พัสดุ|GFMIS|e-GP|EGP|ISBN|barcode|ref",
    re.IGNORECASE,
)
_OF_AGENCY = re.compile("เทศบาล|อบต|อบจ|องค์การบริหาร|สำนักงาน|กองคลัง|กรม")
_SET_APART = re.compile(r"(?<=[ก-๎])[ \t]+(?=[ก-๎])")
_NEAR = 48
"""How many characters before a number its label may stand."""


def personal_numbers(text: str) -> Iterator[Personal]:
    """The numbers of persons in a text, in order of their kinds."""
    if _ANY_DIGIT.search(text) is None:
        return
    plain = _LINK.sub(lambda link: " " * len(link[0]), text.translate(_ARABIC))
    for match in _CITIZEN.finditer(plain):
        digits = _digits(match[0])
        if not is_citizen_id(digits):
            continue
        before = _before(plain, match.start())
        if match[1] is not None or _last(before, _OF_PERSON) > _last(before, _OF_THING):
            yield Personal("citizen", *match.span(), _masked(match[0], 1, 2), digits)
        elif _last(before, _OF_THING) < 0:
            yield Personal("possible", *match.span(), _masked(match[0], 1, 2), digits)
    taken: set[int] = set()
    for match in _BANK.finditer(plain):
        before = _before(plain, match.start())
        around = before.rpartition("\n")[2] + plain[match.end() : match.end() + _NEAR].partition("\n")[0]
        if _last(before, _OF_ACCOUNT) > _last(before, _OF_PHONE):
            taken.add(match.start())
            if _OF_AGENCY.search(around) is None:
                yield Personal("bank", *match.span(), _masked(match[0], 0, 3), _digits(match[0]))
    for match in _PHONE.finditer(plain):
        if match.start() not in taken and _last(_before(plain, match.start()), _OF_PHONE) >= 0:
            yield Personal("phone", *match.span(), _masked(match[0], 2, 2), _digits(match[0]))


def is_citizen_id(digits: str) -> bool:
    """Whether thirteen digits make the id of a person: first digit 1 to 8, last digit the checksum of the others."""
    if len(digits) != 13 or digits[0] not in "12345678":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(digits[12])


def in_tables(text: str) -> str:
    """A text whose cells stand apart by tabs, each number behind the head of its column: there its label stands."""
    heads: dict[int, str] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if len(cells) == 1:
            heads.clear()
        for column, cell in enumerate(cells):
            if cell and _ANY_DIGIT.search(cell) is None:
                heads[column] = cell[-_NEAR:]  # no more of it is looked at as a label
            elif cell and column in heads:
                cells[column] = f"{heads[column]} {cell}"
        lines.append("\t".join(cells))
    return "\n".join(lines)


def compact(text: str) -> str:
    """The text of a document without blanks between Thai letters, where a program that printed it set them apart."""
    return _SET_APART.sub("", text)


def is_public_phone(digits: str, agency: Agency) -> bool:
    """Whether a number is one that the agency gives to be called by."""
    given = " ".join((agency.contact.phone, agency.note, *(channel.title for channel in agency.channels)))
    return digits in _digits(given.translate(_ARABIC))


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _before(text: str, start: int) -> str:
    return text[max(0, start - _NEAR) : start]


def _last(text: str, label: re.Pattern[str]) -> int:
    """Where the last label begins, or -1."""
    return max((match.start() for match in label.finditer(text)), default=-1)


def _masked(number: str, first: int, last: int) -> str:
    """A number with all but its first and last digits hidden."""
    count = len(_digits(number))
    shown: list[str] = []
    seen = 0
    for character in number:
        if character.isdigit():
            seen += 1
            shown.append(character if seen <= first or seen > count - last else "x")
        else:
            shown.append(character)
    return "".join(shown)
