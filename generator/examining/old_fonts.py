"""Glyphs of old Thai fonts in the private-use area U+F700 to U+F71A, and the characters that they stand for.

They are lowered and shifted forms of marks, as the fonts of Windows 95 to XP have them.
"""

_FORMS = {
    "ฐ": "F700", "ญ": "F70F",
    "ิ": "F701", "ี": "F702", "ึ": "F703", "ื": "F704",
    "่": "F705 F70A F713", "้": "F706 F70B F714", "๊": "F707 F70C F715", "๋": "F708 F70D F716", "์": "F709 F70E F717",
    "ั": "F710", "ํ": "F711", "็": "F712",
    "ุ": "F718", "ู": "F719", "ฺ": "F71A",
}  # fmt: skip

OLD_FONTS: dict[int, str] = {int(code, 16): plain for plain, codes in _FORMS.items() for code in codes.split()}
"""Each glyph by its code point."""
