"""One text in several spellings, and the form that the search compares: for the generator and the page alike."""

FOLDED = (
    ("", ""),
    ("แผนจัดซื้อจัดจ้าง", "แผนจัดซื้อจัดจ้าง"),
    ("ข้อ ๑๒", "ข้อ12"),
    ("ข้อ  12", "ข้อ12"),
    ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
    ("O12", "o12"),
    ("O๑๒", "o12"),
    ("ITA Rating: AA", "itarating:aa"),
    ("น้ำ", "น้ำ"),
    ("น\u0e49\u0e4d\u0e32", "น้ำ"),  # nikhahit and sara aa behind the tone mark
    ("น\u0e4d\u0e49\u0e32", "น้ำ"),  # and around it
    ("น\u0e33\u0e49", "น้ำ"),  # the tone mark typed last
    ("ทำ", "ทำ"),
    ("ท\u0e4d\u0e32", "ทำ"),
    ("\u0e40\u0e40ผน", "แผน"),  # two sara e for sara ae
    ("ที\u0e38\u0e48", "ที\u0e38\u0e48"),
    ("ท\u0e48\u0e38", "ท\u0e38\u0e48"),  # marks in another order
    ("การ\u200bเปิด\u200cเผย\u200d", "การเปิดเผย"),
    ("\ufeffข้อมูล\u2060\u00ad", "ข้อมูล"),
    ("ก\u00a0ข\u3000ค\u2003ง\tจ\nฉ\r\nช", "กขคงจฉช"),
    ("e\u0301tat", "\u00e9tat"),
    ("\u0391\u03a3 \u03a3\u0391\u03a3", "\u03b1\u03c3\u03c3\u03b1\u03c3"),  # small sigma has two forms
    ("\u0130zmir", "i\u0307zmir"),
    ("1/2 × 40 = ๒๐", "1/2×40=20"),
    ("\U0001f600 ก", "\U0001f600ก"),
)
"""As written, and folded."""
