"""The program's own sentences, Thai and English side by side.

They are a module, so a build with nothing to do reads no file for them;
messages about content are in ``messages.yaml``.
"""

from generator.language import LANGUAGES, Language
from generator.messages.beginning_sentences import BEGINNING
from generator.messages.filling import fill
from generator.messages.preview_sentences import PREVIEW

SENTENCES: dict[str, tuple[str, str]] = {
    **BEGINNING,
    **PREVIEW,
    "built": (
        "สร้างเว็บไซต์แล้ว {pages} ของ {agencies} ใน {seconds} วินาที[[ {noticed}]] เปิดดูที่ {place}",
        "Built {pages} of {agencies} in {seconds} s[[, {noticed}]]. Open {place}",
    ),
    "unchanged": (
        "ไม่มีอะไรเปลี่ยน เว็บไซต์เป็นปัจจุบันแล้ว: {pages} ของ {agencies} ({seconds} วินาที)[[ {noticed}]] เปิดดูที่ {place}",
        "Nothing has changed, the site is up to date: {pages} of {agencies} ({seconds} s)[[, {noticed}]]. Open {place}",
    ),
    "checked": (
        "ตรวจเนื้อหา {pages} ของ {agencies} เสร็จใน {seconds} วินาที ไม่พบข้อผิดพลาด[[ {noticed}]] (ไม่ได้เขียนไฟล์ใด)",
        "Checked {pages} of {agencies} in {seconds} s: no errors[[, {noticed}]]. Nothing was written.",
    ),
    "examined": (
        "ดูในเอกสารหลักฐานแล้ว {files} (อ่านใหม่ {parsed}) สิ่งที่พบเป็นข้อสังเกต ไม่มีผลต่อคะแนนและการเผยแพร่",
        "Looked inside the evidence: {files}, {parsed} read anew. What is found are findings: they change no score "
        "and keep nothing from being published.",
    ),
    "visited": (
        "ดูลิงก์ของหลักฐานแล้ว {links} (เปิดครั้งนี้ {visited} ที่เหลือเปิดแล้วในเจ็ดวันที่ผ่านมา)",
        "Looked at the links of the evidence: {links}, {visited} visited now, the others within the last seven days.",
    ),
    "recorded": (
        "นอกจากวันที่เปิดลิงก์ ซึ่งบันทึกไว้ใน {files}",
        "Except for the days of the visits, which are now in {files}.",
    ),
    "no_evidence_readers": (
        "ยังตรวจในเอกสารไม่ได้ เพราะไม่ได้ติดตั้งส่วนเสริม prongsai[evidence] (ขาด {modules}) ให้ติดตั้งแล้วสั่งอีกครั้ง",
        "Documents cannot be looked into: the extra prongsai[evidence] is not installed ({modules} missing). "
        "Install it and run this again.",
    ),
    "archived": ("เขียนเว็บไซต์เป็นไฟล์ ZIP แล้วที่ {place}", "The site as one ZIP: {place}"),
    "output_inside": (
        "เขียนไฟล์ที่ {place} ไม่ได้ เพราะอยู่ในโฟลเดอร์ปลายทาง เนื้อหา ธีม หรือไฟล์ของโปรแกรมในโครงการ ให้ระบุที่อื่น",
        "A file cannot be put at {place}, inside the target folder, the content, the themes or the program's own "
        "files. Name another place.",
    ),
    "not_written": (
        "เขียน {place} ไม่สำเร็จ ({reason}) ไฟล์ที่มีอยู่เดิมไม่ถูกแก้ไข",
        "{place} could not be written ({reason}); what was there stands as it was.",
    ),
    "failed": (
        "พบ{counts} จึงยังไม่เผยแพร่ สิ่งที่เผยแพร่ไว้ก่อนคงอยู่ตามเดิม",
        "Found {counts}: nothing was published; what was published before stays as it was.",
    ),
    "strict": (
        "พบ{counts} และใช้ --strict จึงยังไม่เผยแพร่ สิ่งที่เผยแพร่ไว้ก่อนคงอยู่ตามเดิม",
        "Found {counts} under --strict: nothing was published; what was published before stays as it was.",
    ),
    "unsound": (
        "ตรวจเนื้อหาพบ{counts} หากสั่ง build ตอนนี้จะไม่เผยแพร่ ให้แก้ตามที่บอกไว้ข้างต้น แล้วตรวจอีกครั้ง",
        "Found {counts}: build would publish nothing. Fix what is told above, then check again.",
    ),
    "unsound_strict": (
        "ตรวจเนื้อหาพบ{counts} หากสั่ง build --strict ตอนนี้จะไม่เผยแพร่",
        "Found {counts}: build --strict would publish nothing.",
    ),
    "blocked": ("เผยแพร่ไม่สำเร็จ เหตุอยู่ในข้อความข้างต้น", "Publishing did not succeed; the reason stands above."),
    "learn": ("อ่านคำอธิบายเพิ่มเติม: prongsai explain {code}", "To read more: prongsai explain {code}"),
    "findings": ("ดูข้อสังเกตทีละแห่ง: prongsai check", "To see the findings one by one: prongsai check"),
    "more": (
        "{code}: ยังมีอีก {count} แห่ง (ใช้ --verbose เพื่อดูทั้งหมด)",
        "{code}: {count} more (--verbose shows all of them)",
    ),
    "todo": ("ควรทำก่อน: {name} ปีงบประมาณ พ.ศ. {year}", "Do these first: {name}, fiscal year {year}"),
    "todo_none": (
        "{name} ปีงบประมาณ พ.ศ. {year}: ทุกข้อครบตามที่หน่วยงานแจ้ง",
        "{name}, fiscal year {year}: every item is complete as stated.",
    ),
    "todo_worth": ("มีผล {points} คะแนน", "worth {points} points"),
    "todo_official": ("ผลทางการ {score}", "official result {score}"),
    "todo_owner": ("ผู้รับผิดชอบ: {offices}", "responsible: {offices}"),
    "todo_cause": ("สาเหตุ: {cause}", "because: {cause}"),
    "todo_missing": ("ยังขาด: {elements}", "missing: {elements}"),
    "todo_unchecked": ("ยังไม่มีหลักฐาน: {elements}", "no evidence yet: {elements}"),
    "todo_silent": ("ยังไม่มีข้อมูลของข้อนี้ในโครงการ", "nothing is stated of this item yet"),
    "todo_what_if": (
        "คะแนนรวมเดิม {now} หาก {item} ครบจะเป็น {then}",
        "total now {now}; with {item} met {then}",
    ),
    "todo_what_if_own": (
        "คะแนนรวมโดยประมาณ {now} หาก {item} ครบจะเป็น {then}",
        "estimated total now {now}; with {item} complete {then}",
    ),
    "todo_more": ("และอีก {count} ข้อ ดูได้ที่หน้าภาพรวมของปี", "and {count} more, on the front page of the year"),
    "suggestion": ("หมายถึง “{suggestion}” ใช่หรือไม่", "did you mean “{suggestion}”?"),
    "is_error": ("ข้อผิดพลาด", "error"),
    "is_warning": ("คำเตือน", "warning"),
    "is_finding": ("ข้อสังเกต", "finding"),
    "fix": ("วิธีแก้: {fix}", "to fix: {fix}"),
    "progress": ("{done} จาก {total} หน่วยงาน", "{done} of {total} agencies"),
    "not_a_project": (
        "ไม่พบโครงการใน {folder} (ต้องมีไฟล์ content/site.yaml[[ แต่มี {found} ให้เปลี่ยนชื่อ]]) "
        "ให้เรียกคำสั่งในโฟลเดอร์โครงการ หรือระบุโฟลเดอร์ต่อท้ายคำสั่ง",
        "No project in {folder}: it has no content/site.yaml[[, but {found}: rename it]]. "
        "Run this in a project's folder, or name the folder.",
    ),
    "printed": ("พิมพ์รายงานแล้วที่ {place}", "Printed the report to {place}"),
    "no_printer": (
        "ไม่พบโปรแกรมที่พิมพ์ PDF ได้ ติดตั้ง Chromium หรือ WeasyPrint หรือระบุโปรแกรมด้วยตัวแปร PRONGSAI_CHROMIUM",
        "No program that prints PDF was found: install Chromium or WeasyPrint, or name one in PRONGSAI_CHROMIUM.",
    ),
    "not_printed": ("พิมพ์รายงานไม่สำเร็จ ({reason})", "The report could not be printed ({reason})."),
    "no_such_report": (
        "ไม่มีรายงาน {kind} ของ {agency} ปี {year}",
        "There is no report {kind} of {agency} for {year}.",
    ),
    "frozen": (
        "บันทึกสิ่งที่{agency}เผยแพร่ของปีงบประมาณ พ.ศ. {year} ณ {day} แล้ว: {items} ข้อใน {place}",
        "Kept what {agency} publishes for {year} as of {day}: {items} items in {place}",
    ),
    "freeze_needs_date": (
        "ปฏิทินของปี {year} ไม่ได้ระบุวันปิดตอบแบบ (key: answering) ให้ระบุวันที่ด้วย --date เช่น --date 2567-04-30",
        "The calendar of {year} does not tell when answering ends (key: answering); give the day: --date 2567-04-30",
    ),
    "freeze_in_future": (
        "ยังไม่ถึงวันที่ {day} จึงบันทึกไม่ได้ว่าวันนั้นเผยแพร่อะไร บันทึกของวันนี้ให้สั่งด้วย --date {today}",
        "{day} has not come yet, so nobody can say what is published on it. To keep today's: --date {today}",
    ),
    "freeze_too_early": (
        "วันที่ {day} อยู่ก่อนปีงบประมาณ พ.ศ. {year} ซึ่งเริ่มวันที่ {first} จึงไม่ได้บันทึก ตรวจปีของวันที่อีกครั้ง",
        "{day} comes before fiscal year {year}, which begins on {first}; nothing was written. "
        "Check the year of the day.",
    ),
    "freeze_exists": (
        "มี {place} อยู่แล้ว จึงไม่เขียนทับ ให้ระบุวันอื่นด้วย --date",
        "{place} is there already, so nothing was written. Give another day by --date.",
    ),
    "freeze_too_large": (
        "บันทึกใหญ่ {size} เกินขนาดไฟล์ข้อความที่รับได้ ({limit}) จึงไม่ได้เขียน",
        "The record would take {size}, more than a text file may have ({limit}); nothing was written.",
    ),
    "no_year": (
        "ไม่มีปี {year} ของ {slug} (มีปี {known})",
        "There is no year {year} of {slug} (there is {known}).",
    ),
    "no_such_place": (
        "ไม่พบ {place} ต้องเป็นโฟลเดอร์ของเว็บไซต์ หรือที่อยู่ที่ขึ้นต้นด้วย https:// (http:// เฉพาะเครื่องนี้)",
        "{place} is no folder, nor an address that begins with https:// (http:// on this machine only).",
    ),
    "verified": (
        "ตรงกันทั้ง {files} ค่า SHA-256 ของ manifest.json คือ {sum}",
        "All is as published: {files}. The SHA-256 of manifest.json is {sum}",
    ),
    "not_verified": (
        "{differences} จากที่ระบุไว้ {files} ค่า SHA-256 ของ manifest.json คือ {sum}",
        "{differences} among {files}. The SHA-256 of manifest.json is {sum}",
    ),
    "no_manifest": (
        "เทียบไม่ได้ เพราะอ่าน manifest.json ไม่ได้ ตรวจว่าระบุตำแหน่งถูก และ exports ใน content/site.yaml มี manifest",
        "Nothing to compare with, as manifest.json cannot be read. See that this is the place of a site, and that "
        "exports in content/site.yaml names manifest.",
    ),
    "changed": ("เปลี่ยน {path}", "changed {path}"),
    "added": ("เพิ่ม {path}", "added {path}"),
    "removed": ("หายไป {path}", "removed {path}"),
    "unreadable": ("อ่านไม่ได้ {path}[[ ({reason})]]", "unreadable {path}[[ ({reason})]]"),
    "why_damaged": ("รายการเสียหาย", "the list is damaged"),
    "why_elsewhere": ("ถูกส่งต่อไปที่อื่น", "redirected to another place"),
    "why_redirect": ("ที่อยู่ที่ส่งต่อไปไม่ถูกต้อง", "redirected to a malformed address"),
    "why_answer": ("คำตอบของเครื่องแม่ข่ายผิดรูปแบบ", "the host's answer is malformed"),
    "why_cut": ("การเชื่อมต่อถูกตัดก่อนได้รับครบ", "the connection ended early"),
    "why_many": (
        "มีไฟล์มากเกินกว่าจะเทียบในครั้งเดียว ให้เทียบทีละหน่วยงาน",
        "more files than are compared at once; verify each agency by itself",
    ),
    "why_redirects": ("ถูกส่งต่อหลายครั้งเกินไป", "redirected too often"),
    "why_encoded": ("เครื่องแม่ข่ายส่งมาแบบบีบอัดทั้งที่ไม่ได้ขอ", "sent in an encoding nobody asked for"),
    "why_silence": ("เครื่องแม่ข่ายไม่ตอบ", "the host says nothing"),
    "why_time": ("หมดเวลา", "time ran out"),
    "start_begins": (
        "ยังไม่มีโครงการ ตอบคำถามต่อไปนี้เพื่อสร้างใน {folder} (กด Enter เมื่อใช้คำตอบในวงเล็บ)",
        "There is no project yet. Answer these questions to make one in {folder} (Enter takes what is in brackets).",
    ),
    "start_unanswered": (
        "ยังตอบคำถามไม่ครบ จึงยังไม่ได้สร้างโครงการ เริ่มใหม่ได้ทุกเมื่อ",
        "Not all questions were answered, so no project was made. Start again at any time.",
    ),
    "start_unchosen": ("ไม่ได้เลือกโครงการ", "No project was chosen."),
    "start_shows": (
        "แก้ไฟล์ในโฟลเดอร์ content ของ {folder} หน้าในเบราว์เซอร์จะเปลี่ยนตาม",
        "Edit the files in the folder content of {folder}; the pages in the browser follow.",
    ),
    "start_stops": ("หยุด: กด Ctrl+C หรือปิดหน้าต่างนี้", "To stop: press Ctrl+C or close this window."),
    "start_builds": (
        "สร้างเว็บไซต์ที่จะเผยแพร่: [[ดับเบิลคลิก {program} หรือ]]พิมพ์ prongsai build{next}",
        "To build the site for publishing: [[double-click {program}, or ]]type prongsai build{next}",
    ),
    "ask_project": ("โครงการใด", "Which project"),
    "file_edited": ("แก้ไข {path}", "edited {path}"),
    "file_added": ("เพิ่ม {path}", "added {path}"),
    "file_removed": ("ลบ {path}", "removed {path}"),
    "log_good": ("หน้าเว็บเปลี่ยนตามแล้ว", "the pages follow"),
    "log_new": (
        "พบข้อผิดพลาดใหม่ {count} แห่ง หน้าของไฟล์นั้นคงตามฉบับล่าสุดที่ถูกต้อง หน้าอื่นเปลี่ยนตามแล้ว",
        "new errors: {count}. The pages of that file stay as they last were good, all others follow",
    ),
    "log_mended": ("แก้ข้อผิดพลาดแล้ว {count} แห่ง ไม่มีเหลือ", "errors mended: {count}, none left"),
    "log_less": ("แก้ข้อผิดพลาดแล้ว {count} แห่ง ยังเหลือ {left} แห่ง", "errors mended: {count}, left: {left}"),
    "log_same": (
        "หน้าเว็บเปลี่ยนตามแล้ว ยังมีข้อผิดพลาดที่แจ้งไว้ {left} แห่ง",
        "the pages follow; errors left, as told before: {left}",
    ),
    "watch_refused": (
        "ระบบแจ้งการเปลี่ยนแปลงของไฟล์ไม่ได้ ({reason}) ตัวอย่างจึงตรวจไฟล์เองทุก {seconds} วินาทีโดยประมาณ "
        "หน้าเว็บยังเปลี่ยนตามไฟล์ที่บันทึก เพียงช้าลง",
        "The system cannot tell of changed files ({reason}), so the preview looks at them itself about every "
        "{seconds} s. Pages still follow every save, only later.",
    ),
    "watch_silent": (
        "ที่เก็บไฟล์นี้ไม่แจ้งเมื่อไฟล์เปลี่ยน เช่น ไดรฟ์เครือข่าย ตัวอย่างจึงตรวจไฟล์เองทุก {seconds} วินาทีโดยประมาณ "
        "หน้าเว็บยังเปลี่ยนตามไฟล์ที่บันทึก เพียงช้าลง",
        "This place does not tell of changed files, as a network drive does not, so the preview looks at them itself "
        "about every {seconds} s. Pages still follow every save, only later.",
    ),
    "watch_events": ("ระบบแจ้งการเปลี่ยนแปลงของไฟล์ตามปกติแล้ว", "The system tells of changed files again."),
    "overlay_title": ("ไฟล์ของหน้านี้มีข้อผิดพลาด", "The file of this page has an error"),
    "overlay_elsewhere": ("มีไฟล์ที่มีข้อผิดพลาด", "Some files have errors"),
    "overlay_note": (
        "หน้าด้านหลังเป็นฉบับล่าสุดที่ถูกต้อง หากเคยมี แก้ไฟล์แล้วบันทึก ข้อความนี้จะหายไปเอง",
        "The page behind is the last good one, where there was one. Mend the file and save it, and this goes away.",
    ),
    "overlay_others": (
        "หน้าของไฟล์ต่อไปนี้เป็นฉบับล่าสุดที่ถูกต้อง หากเคยมี หน้าที่กำลังดูไม่ถูกกระทบ",
        "The pages of these files are the last good ones, where there were any. The page you look at is not held back.",
    ),
    "overlay_more": ("ข้อผิดพลาดในหน้าอื่น", "Errors on other pages"),
    "overlay_open": ("เปิดไฟล์ในโปรแกรมแก้ไข", "Open the file in the editor"),
    "overlay_page": ("ไปที่หน้านั้น", "Go to its page"),
    "overlay_mark": ("ไฟล์มีข้อผิดพลาด", "error in its file"),
    "overlay_close": ("ปิด", "Close"),
    "interrupted": ("หยุดตามคำสั่งแล้ว เว็บไซต์ที่เผยแพร่ไว้ยังครบถ้วน", "Stopped as asked; what is published is whole."),
    "unheard": (
        "ทำงานเสร็จตามคำสั่งแล้ว แต่แสดงข้อความไม่ได้ ({reason})",
        "What was asked for is done, but what there was to say could not be written ({reason}).",
    ),
    "bug": (
        "โปรแกรมทำงานผิดพลาด ไม่ใช่ความผิดของเนื้อหา ({problem}) โปรดเรียกคำสั่งเดิมโดยเติม --verbose แล้วส่งข้อความที่ได้ให้ผู้พัฒนา",
        "The program failed; your content is not to blame ({problem}). Please run the command again with --verbose "
        "and report what it shows.",
    ),
    "no_such_code": (
        "ไม่มีรหัส {code}[[ หมายถึง {suggestion} ใช่หรือไม่]] (เรียก prongsai explain เพื่อดูรหัสทั้งหมด)",
        "There is no code {code}[[; did you mean {suggestion}?]] (prongsai explain lists all codes)",
    ),
}

_NOUNS: dict[str, tuple[str, str, str]] = {
    "page": ("{count} หน้า", "{count} page", "{count} pages"),
    "agency": ("{count} หน่วยงาน", "{count} agency", "{count} agencies"),
    "file": ("{count} ไฟล์", "{count} file", "{count} files"),
    "link": ("{count} ลิงก์", "{count} link", "{count} links"),
    "difference": ("ไม่ตรง {count} แห่ง", "{count} difference", "{count} differences"),
    "error": ("ข้อผิดพลาด {count} แห่ง", "{count} error", "{count} errors"),
    "warning": ("คำเตือน {count} แห่ง", "{count} warning", "{count} warnings"),
    "finding": ("ข้อสังเกต {count} แห่ง", "{count} finding", "{count} findings"),
}


def sentence(key: str, language: Language, **params: object) -> str:
    """One of the program's own sentences."""
    return fill(SENTENCES[key][LANGUAGES.index(language)], {name: str(value) for name, value in params.items()})


def counted(noun: str, count: int, language: Language) -> str:
    """A counted noun: ``3 หน้า``, ``1 page``."""
    thai, one, many = _NOUNS[noun]
    return (thai if language == "th" else one if count == 1 else many).format(count=f"{count:,}")
