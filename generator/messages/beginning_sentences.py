"""Sentences of ``new``, ``start`` and ``schema``, in Thai and English."""

BEGINNING: dict[str, tuple[str, str]] = {
    "begun": (
        "สร้างโครงการใน {folder} แล้ว มีไฟล์ของทั้ง {items} ข้อ ปีงบประมาณ พ.ศ. {year}"
        "[[ โฟลเดอร์ของหน่วยงานชื่อ {unnamed} เพราะยังไม่มีชื่อภาษาอังกฤษ เปลี่ยนชื่อได้จนกว่าจะเผยแพร่]]"
        "[[ รายการข้อ O คัดลอกจากปี {like} และยังไม่มีแหล่งยืนยัน แก้ตามประกาศได้ใน {copy}]]"
        " ขั้นต่อไป: prongsai preview --open{next}",
        "Began a project in {folder} with a file for each of the {items} items of fiscal year {year}."
        "[[ The agency's folder is called {unnamed}, as no English name was given; rename it before you publish.]]"
        "[[ The list of items is copied from {like} and not confirmed; correct it in {copy}.]] "
        "Next: prongsai preview --open{next}",
    ),
    "begun_example": (
        "สร้างโครงการตัวอย่างใน {folder} แล้ว (หน่วยงานสมมติ) ขั้นต่อไป: prongsai preview --open{next}",
        "Made an example project in {folder} (an invented agency). Next: prongsai preview --open{next}",
    ),
    "year_opened": (
        "เปิดปีงบประมาณ พ.ศ. {year} ของ{agency}แล้ว: {items} ข้อใน {place}[[ ยกข้อมูลจากปี {former} มา {count} ข้อ]]"
        "[[ ยังไม่มีข้อมูล เพราะไม่ยกข้อมูลของปี {later} ย้อนกลับมา]]"
        "[[ รายการข้อ O คัดลอกจากปี {like} และยังไม่มีแหล่งยืนยัน แก้ตามประกาศได้ใน {copy}]]",
        "Opened fiscal year {year} of {agency}: {items} items in {place}[[, {count} with content of {former}]]"
        "[[, all empty: nothing is carried back from {later}]]."
        "[[ The list of items is copied from {like} and not confirmed; correct it in {copy}.]]",
    ),
    "schemas_written": ("เขียนสคีมา {count} ไฟล์ใน {folder} แล้ว", "Wrote {count} schemas into {folder}."),
    "project_exists": (
        "{folder} เป็นโครงการอยู่แล้ว เปิดปีใหม่ด้วย --year (และ --slug หากมีหลายหน่วยงาน) เท่านั้น",
        "{folder} is a project already; only --year (and --slug on a portal) opens a new year in it.",
    ),
    "example_alone": ("--example ใช้ร่วมกับตัวเลือกอื่นของ new ไม่ได้", "--example goes with no other option of new."),
    "not_empty": (
        "{folder} มีอยู่แล้วและไม่ว่าง จึงไม่เขียนทับ ให้ระบุโฟลเดอร์ใหม่",
        "{folder} exists and is not empty, so nothing was written. Name a new folder.",
    ),
    "year_exists": (
        "{agency}มีปีงบประมาณ พ.ศ. {year} อยู่แล้ว จึงไม่เขียนทับ",
        "{agency} has fiscal year {year} already, so nothing was written.",
    ),
    "which_agency": (
        "โครงการนี้มีหลายหน่วยงาน ให้ระบุหนึ่งแห่งด้วย --slug: {slugs}",
        "This project has several agencies; choose one with --slug: {slugs}",
    ),
    "no_agency": (
        "ไม่มีหน่วยงาน {slug} ในโครงการนี้ (มี {slugs})",
        "There is no agency {slug} in this project (there is {slugs}).",
    ),
    "content_has_errors": (
        "เนื้อหามีข้อผิดพลาด จึงยังไม่เขียนไฟล์ใด ให้แก้ตามที่คำสั่งนี้บอกก่อน: prongsai check {folder}",
        "The content has errors, so nothing was written. First mend what this tells: prongsai check {folder}",
    ),
    "cannot_write": (
        "เขียนใน {folder} ไม่สำเร็จ ({reason}) จึงไม่ได้สร้างอะไรไว้",
        "{folder} cannot be written ({reason}); nothing was made.",
    ),
    "missing_options": (
        "ต้องระบุ {options} (หรือเรียกคำสั่งนี้ในหน้าต่างคำสั่งเพื่อตอบคำถามทีละข้อ)",
        "{options} must be given (or run this on a terminal to be asked).",
    ),
    "bad_option": ("{option}: {problem}", "{option}: {problem}"),
    "no_catalogue": (
        "ไม่มีรายการข้อ O ของปี {year} (มีของปี {known})"
        "[[ ถ้ายังไม่มีประกาศของปีนั้น เพิ่ม --like {like} เพื่อคัดลอกรายการปี {like} ไปแก้ โดยระบุไว้ว่ายังไม่มีแหล่งยืนยัน]]",
        "There is no list of items for {year} (there is one for {known})."
        "[[ While nothing is announced, add --like {like} to copy the list of {like}, marked as not confirmed.]]",
    ),
    "list_exists": (
        "มีรายการข้อ O ของปี {year} อยู่แล้ว จึงไม่ต้องใช้ --like",
        "There is a list of items for {year} already; leave --like out.",
    ),
    "like_needs_year": (
        "--like ใช้คู่กับ --year ที่เป็นปีใหม่ เช่น --year 2570 --like 2569",
        "--like goes with the --year of the new list, such as --year 2570 --like 2569.",
    ),
    "slug_taken": (
        "ใช้ {slug} เป็นชื่อโฟลเดอร์ของหน่วยงานไม่ได้ เพราะสงวนไว้หรือไม่ใช่ a-z 0-9 และขีดเดี่ยว",
        "{slug} cannot be an agency's folder: it is reserved, or not a-z, 0-9 and single hyphens.",
    ),
    "needed": ("ต้องตอบข้อนี้", "This needs an answer."),
    "ask_name": ("ชื่อหน่วยงาน เช่น เทศบาลตำบลตัวอย่าง", "Name of the agency, in Thai"),
    "ask_name_en": ("ชื่อหน่วยงานภาษาอังกฤษ (เว้นว่างได้)", "Name in English (may be left empty)"),
    "ask_kind": ("ประเภทหน่วยงาน (เลขหรือคำ)", "Kind of agency (number or word)"),
    "ask_district": ("อำเภอหรือเขต (เว้นว่างได้)", "District (may be left empty)"),
    "ask_province": ("จังหวัด", "Province"),
    "ask_year": ("ปีงบประมาณ พ.ศ.", "Fiscal year (Buddhist era)"),
    "ask_slug": ("ชื่อโฟลเดอร์ของหน่วยงาน (a-z, 0-9, -)", "Name of the agency's folder (a-z, 0-9, -)"),
}
