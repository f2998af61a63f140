"""The cross-examination of a report in words: it states what is printed and what follows, and accuses nobody."""

from collections.abc import Callable, Mapping

from generator.oit.agency_year import AgencyYear
from generator.oit.observation import Matter, Note, Observation
from generator.oit.reference import Reference
from generator.rendering.finding_view import about_label, subject
from generator.rendering.views import ObservationView

_SENTENCES: Mapping[Matter, str] = {
    Matter.TOTAL: "รายงานพิมพ์ {printed} แต่เมื่อคำนวณจากคะแนนส่วนประกอบที่พิมพ์ไว้ได้ {follows}",
    Matter.PRINTED_TWICE: "รายงานพิมพ์ตัวเลขเดียวกันไว้ต่างกัน: {printed}",
    Matter.UNNAMED_ZEROS: "คะแนน {printed} เกิดจากรูปแบบการผ่านรายข้อได้ {0} แบบ สอดคล้องกับข้อที่รายงานระบุ {1} แบบ "
    "จึงมีข้อที่ได้ 0 คะแนนอย่างน้อย {2} ข้อที่รายงานไม่ได้ระบุ",
    Matter.CLAIM: "ถ้อยคำในรายงานไม่ตรงกับตาราง: ระบุว่า {printed} แต่ตารางให้ {follows}",
    Matter.YEAR: "ถ้อยคำระบุปี พ.ศ. {printed} แต่รายงานเป็นของปีงบประมาณ พ.ศ. {follows}",
    Matter.NAME: "พบ{kind} “{subject}” ในรายงานของ{follows}",
    Matter.MEASURE_PERIOD: "ระยะเวลาที่พิมพ์ไว้ ({printed}) ไม่อยู่ในปีงบประมาณ พ.ศ. {follows}",
    Matter.OUTCOME: "รายงานพิมพ์ว่า{printed} แต่คะแนนที่พิมพ์ไว้{follows}",
    Matter.RATING: "รายงานพิมพ์ระดับ {printed} แต่ตามหลักเกณฑ์ของปีได้ระดับ {follows}",
    Matter.IMPOSSIBLE: "ไม่มีรูปแบบการผ่านรายข้อใดที่สอดคล้องกับข้อที่รายงานระบุและให้คะแนน {printed}",
}
_SETTLES: Mapping[Matter, str] = {
    Matter.TOTAL: "ผลคะแนนทางการรายตัวชี้วัดในระบบ ITAS",
    Matter.PRINTED_TWICE: "ผลคะแนนหรือเอกสารต้นทางที่ตัวเลขนี้อ้างถึง",
    Matter.UNNAMED_ZEROS: "ผลคะแนน OIT รายข้อในระบบ ITAS",
    Matter.CLAIM: "ผลคะแนนรายตัวชี้วัดที่ใช้เขียนถ้อยคำนี้",
    Matter.YEAR: "ต้นฉบับของถ้อยคำและปีที่หมายถึง",
    Matter.NAME: "คำยืนยันของหน่วยงานว่าถ้อยคำนี้หมายถึงใคร",
    Matter.MEASURE_PERIOD: "คำยืนยันว่ามาตรการนี้เป็นของปีงบประมาณใด",
    Matter.OUTCOME: "เกณฑ์ผ่านที่รายงานใช้",
    Matter.RATING: "ประกาศผลระดับของปีนั้น",
    Matter.IMPOSSIBLE: "ผลคะแนน OIT รายข้อและโครงสร้างตัวชี้วัดย่อยของปีนั้น",
}
_KINDS = {"agency": "ชื่อหน่วยงาน", "district": "ชื่ออำเภอ", "province": "ชื่อจังหวัด"}
_OUTCOMES = {"pass": "ผ่านเกณฑ์", "fail": "ไม่ผ่านเกณฑ์"}
_COUNTED = {"indicators passed": "ผ่านเกณฑ์ (ตัวชี้วัด)", "indicators failed": "ไม่ผ่านเกณฑ์ (ตัวชี้วัด)"}
_NOTES: Mapping[str, Callable[[tuple[str, ...]], str]] = {
    "sum": lambda values: _thai(values[0]),
    "fits": lambda values: f"สอดคล้องกับข้อที่ระบุ · {values[0]} → {values[1]}",
    "differs": lambda values: f"ไม่สอดคล้องกับข้อที่ระบุ · {values[0]} → {values[1]}",
    "more": lambda values: f"และอีก {values[0]} แบบ",
    "hides": lambda values: f"ข้อที่ได้ 0 คะแนนซึ่งไม่ได้ระบุอยู่ในตัวชี้วัดย่อย {values[0]}",
    "decimals": lambda values: (
        f"ทศนิยมที่ไม่ได้พิมพ์ทำให้คะแนนรวมอยู่ระหว่าง {values[0]} ถึง {values[1]} "
        + ("การปัดเศษจึงอธิบายได้" if values[2] == "yes" else "การปัดเศษจึงอธิบายไม่ได้")
    ),
    "choices": lambda values: (
        f"ลองเลือกค่าที่พิมพ์ไว้ต่างกันทั้ง {values[0]} แบบ ได้คะแนนรวมระหว่าง {values[1]} ถึง {values[2]} "
        + ("มีแบบที่ตรงกับที่พิมพ์" if values[3] == "yes" else "ไม่มีแบบใดตรงกับที่พิมพ์")
    ),
}


def observation_view(observation: Observation, content: AgencyYear) -> ObservationView:
    """One disagreement in words."""
    matter, about = observation.matter, observation.subject
    if isinstance(about, Reference):
        title = subject(content.catalogue, about)
        label = about_label(about)
        shown = f"{label} {title}" if title and title != label else label
    else:
        shown = about
    printed, follows = _words(observation.printed), _words(observation.follows)
    counts = observation.follows.split() if matter is Matter.UNNAMED_ZEROS else ()
    sentence = _SENTENCES[matter].format(
        *counts, printed=printed, follows=follows, subject=shown, kind=_KINDS.get(observation.printed, "")
    )
    return ObservationView(
        matter=matter.name.lower().replace("_", "-"),
        subject=shown,
        sentence=sentence,
        steps=tuple(note_words(note) for note in observation.steps),
        places=observation.places,
        settles=_SETTLES[matter],
    )


def note_words(note: Note) -> str:
    """One line of arithmetic in words."""
    return _NOTES[note.kind](note.values)


def _words(text: str) -> str:
    for key, words in _COUNTED.items():
        text = text.replace(key, words)
    return _OUTCOMES.get(text, text)


def _thai(text: str) -> str:
    return text.replace("sub-indicator ", "ตัวชี้วัดย่อยที่ ").replace("indicator ", "ตัวชี้วัดที่ ")
