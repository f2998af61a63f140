"""6xx: a list of items of the project's own."""

from collections.abc import Mapping

from diagnostics.cases import Case

PATH = "content/catalogues/next.yaml"
SOUND = """\
scheme: nacc-ita
year: 2570
title: การประเมิน ปีงบประมาณ 2570
rounding: {subindicator: 2, indicator: 2, instrument: exact, total: 2}
pass_line: 85
item_scores: {met: 100, unmet: 0}
ratings:
  - {label: ผ่าน, at_least: 85}
  - {label: ปรับปรุง, at_least: 0}
instruments:
  - code: IIT
    title: แบบวัดภายใน
    weight: 60
    indicators:
      - no: 1
        title: การปฏิบัติหน้าที่
        questions:
          - {no: i1, title: ปฏิบัติงานตามเวลา, helped_by: [structure]}
          - {no: i2, title: ปฏิบัติงานเท่าเทียม}
  - code: OIT
    title: แบบตรวจการเปิดเผยข้อมูล
    weight: 40
    indicators:
      - no: 2
        title: การเปิดเผยข้อมูล
        sub_indicators:
          - no: 2.1
            title: ข้อมูลพื้นฐาน
            items:
              - no: O1
                title: โครงสร้าง
                topics: [structure]
                period: current
                elements:
                  - {no: 1, text: ผังโครงสร้าง}
                  - {no: 2, text: ตำแหน่งที่สำคัญ}
              - {no: O2, title: ข้อมูลผู้บริหาร, topics: [executives], period: current}
"""


def changed(*changes: tuple[str, str]) -> Mapping[str, str | bytes | None]:
    """The sound list with some of its words replaced by others."""
    text = SOUND
    for sound, wrong in changes:
        assert text.count(sound) == 1, sound
        text = text.replace(sound, wrong)
    return {PATH: text}


CASES = (
    Case("weights that do not make 100", "OIT601",
         changed(("instruments:", "«instruments»:"), ("weight: 40", "weight: 30"))),
    Case("a number used twice", "OIT602", changed(("no: i2", "no: «i1»"))),
    Case("a code used twice", "OIT602", changed(("code: OIT", "code: «IIT»"))),
    Case("a sub-indicator without items", "OIT603",
         {PATH: SOUND + "          - {no: «2.2», title: ว่าง, items: []}\n"}),
    Case("a gap in the numbers", "OIT604", changed(("no: O2", "no: «O3»"))),
    Case("a sub-indicator of another indicator", "OIT604", changed(("no: 2.1", "no: «3.1»"))),
    Case("ratings from low to high", "OIT605",
         changed(("at_least: 85", "at_least: 0"), ("at_least: 0}\ninst", "at_least: «85»}\ninst"))),
    Case("ratings that leave out the lowest scores", "OIT605",
         changed(("at_least: 0", "at_least: «50»"))),
    Case("help from a topic without items", "OIT606", changed(("helped_by: [structure]", "helped_by: [«strukture»]"))),
    Case("a gap in the elements", "OIT607", changed(("no: O1", "no: «O1»"), ("{no: 2,", "{no: 3,"))),
    Case("an item without topics", "OIT608", changed(("no: O2", "no: «O2»"), ("[executives]", "[]"))),
    Case("an indicator with questions and sub-indicators", "OIT609",
         changed(("no: 2\n", "no: «2»\n"),
                 ("        sub_indicators:", "        questions: [{no: i3, title: ก}]\n        sub_indicators:"))),
    Case("an indicator without sub-indicators", "OIT611",
         {PATH: SOUND + "      - {no: «3», title: การป้องกันการทุจริต}\n"}),
    Case("items in two instruments", "OIT612",
         changed(("code: OIT", "code: «OIT»"),
                 ("        questions:\n          - {no: i1, title: ปฏิบัติงานตามเวลา, helped_by: [structure]}\n"
                  "          - {no: i2, title: ปฏิบัติงานเท่าเทียม}\n",
                  "        sub_indicators:\n          - no: 1.1\n            title: ก\n            items:\n"
                  "              - {no: O1, title: ก, topics: [structure], period: current}\n"),
                 ("- no: O1\n", "- no: O2\n"), ("no: O2, title: ข้อมูล", "no: O3, title: ข้อมูล"))),
    Case("no more points for what is complete", "OIT613",
         changed(("item_scores:", "«item_scores»:"), ("met: 100, unmet: 0", "met: 0, unmet: 0"))),
    Case("two lists of one year", "OIT610",
         {**changed(("year: 2570", "year: «2570»")), "content/catalogues/first.yaml": SOUND}),
)  # fmt: skip
