"""Projects as dictionaries of files: what goes in, what comes out."""

import os
from collections.abc import Callable, Mapping

from generator.building.build import build
from generator.building.check import check
from generator.building.result import BuildOptions, Outcome
from generator.project import Project
from generator.writing.bundle import FileRef

Content = str | bytes
Files = Mapping[str, Content | None]
"""Path -> content; nothing removes the file of a project that others begin with."""

SITE = "content/site.yaml"
AGENCY = "content/town/agency.yaml"
YEAR = "content/town/2567"
ITEM = f"{YEAR}/o01.md"

SMALL: dict[str, Content] = {
    SITE: "title: เว็บไซต์ทดสอบ\n",
    AGENCY: "name: เทศบาลตำบลทดสอบ\nkind: subdistrict-municipality\nprovince: ขอนแก่น\n",
    ITEM: "---\nitem: O1\nstate: done\nevidence: [{nil: ไม่มี}]\n---\nโครงสร้างของหน่วยงาน\n",
    "content/catalogues/three.yaml": """\
scheme: three
year: 2567
title: รายการทดสอบ
rounding: {subindicator: 2, indicator: 2, instrument: exact, total: 2}
pass_line: 85
ratings:
  - {label: ผ่าน, at_least: 85}
  - {label: ไม่ผ่าน, at_least: 0}
local_government: [subdistrict-municipality]
instruments:
  - code: OIT
    title: แบบตรวจการเปิดเผยข้อมูล
    weight: 100
    indicators:
      - no: 1
        title: การเปิดเผยข้อมูล
        sub_indicators:
          - no: 1.1
            title: ข้อมูลพื้นฐาน
            items:
              - no: O1
                title: โครงสร้าง
                topics: [structure]
                period: current
                elements: [{no: 1, text: ผังโครงสร้าง}, {no: 2, text: ชื่อส่วนงาน}]
              - {no: O2, title: ผู้บริหาร, topics: [executives], period: current, elements: [{no: 1, text: รายนาม}]}
      - no: 2
        title: การป้องกันการทุจริต
        sub_indicators:
          - no: 2.1
            title: นโยบาย
            items:
              - {no: O3, title: นโยบาย, topics: [policy], period: fy-current, elements: [{no: 1, text: ประกาศ}]}
""",
}
"""A sound project of one agency and one year, with a list of three items so that it builds at once."""


STRICT = BuildOptions(strict=True)

Write = Callable[[Mapping[str, Content]], "Written"]
WriteSmall = Callable[[Files], "Written"]


def bytes_of(content: bytes | FileRef | None) -> bytes | None:
    """The bytes that are served of what a preview gives for an address."""
    if not isinstance(content, FileRef):
        return content
    with open(content.path, "rb") as file:
        return file.read()


class Written(Project):
    """A project written to a folder, with what can be done with it."""

    __slots__ = ()

    def write(self, files: Files) -> None:
        """Write or remove files."""
        for name, content in files.items():
            path = os.path.join(self.root, name)
            if content is None:
                os.remove(path)
                continue
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content.encode("utf-8") if isinstance(content, str) else content)

    def check(self) -> Outcome:
        """Look at everything, write nothing."""
        return check(self)

    def build(self) -> Outcome:
        """Publish into the project's own target."""
        return build(self)

    def site(self) -> dict[str, bytes]:
        """What is published, by address; nothing when nothing is."""
        found: dict[str, bytes] = {}
        for folder, _, names in os.walk(self.target):
            for name in names:
                path = os.path.join(folder, name)
                if not name.startswith("."):
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, self.target).replace(os.sep, "/")] = file.read()
        return found


def told(outcome: Outcome, *severities: str) -> list[tuple[str, str, int, int]]:
    """The diagnostics of some severities (errors and warnings) as code, path, line and column."""
    wanted = severities or ("error", "warning")
    return [(d.code, d.span.path, d.span.line, d.span.column) for d in outcome.diagnostics if d.severity in wanted]
