"""What ``prongsai preview`` says in the terminal, Thai and English side by side (see ``sentences``)."""

PREVIEW: dict[str, tuple[str, str]] = {
    "preview_ready": (
        "แสดงตัวอย่างที่ {place} บันทึกไฟล์เมื่อใด หน้าเว็บเปลี่ยนตามทันที กด Ctrl+C เพื่อหยุด",
        "Preview at {place}. Pages follow every file you save. Ctrl+C stops it.",
    ),
    "preview_also": ("หรือเปิดที่ {places}", "Or open {places}"),
    "preview_open_host": (
        "คำเตือน: เครื่องอื่นในเครือข่ายเปิดดูตัวอย่างนี้ได้ (--host {host}) ใช้เฉพาะเครือข่ายที่ไว้ใจ",
        "Warning: other machines can reach this preview (--host {host}); use it only on a network you trust.",
    ),
    "preview_needs_names": (
        "--host {host} เปิดให้เครื่องอื่นเข้าถึง ต้องระบุชื่อหรือเลขที่อยู่ที่ใช้เรียกเครื่องนี้ด้วย --allow เช่น --allow somchai-notebook",
        "--host {host} lets other machines in: say with --allow by which name or address they call this one, such as "
        "--allow somchai-notebook.",
    ),
    "preview_stopped": ("หยุดแสดงตัวอย่างแล้ว", "The preview has stopped."),
    "not_previewed": ("แสดงตัวอย่างไม่ได้ ระบบแจ้งว่า {reason}", "There is no preview; the system says: {reason}."),
    "port_taken": (
        "มีโปรแกรมอื่นใช้พอร์ต {port} อยู่แล้ว เลือกพอร์ตอื่นด้วย --port หรือไม่ต้องระบุ --port แล้วโปรแกรมจะเลือกพอร์ตที่ว่างให้",
        "Another program uses port {port}. Choose another --port, or leave it out and a free one is taken.",
    ),
    "port_forbidden": (
        "ระบบไม่ให้ใช้พอร์ต {port} พอร์ตต่ำกว่า 1024 มักใช้ได้เฉพาะผู้ดูแลระบบ เลือกพอร์ตอื่น เช่น --port 8080 หรือไม่ต้องระบุ --port",
        "The system does not give out port {port}; those below 1024 are often for administrators only. Choose another, "
        "such as --port 8080, or leave --port out.",
    ),
    "address_not_here": (
        "เครื่องนี้ไม่มีที่อยู่ {host} ไม่ต้องระบุ --host ถ้าดูในเครื่องนี้เท่านั้น หรือใช้ --host 0.0.0.0 เพื่อรับทุกที่อยู่ของเครื่องนี้",
        "This machine does not have the address {host}. Leave --host out to look from this machine alone, or listen on "
        "all its addresses with --host 0.0.0.0.",
    ),
    "host_unknown": (
        "ไม่พบเครื่องชื่อ {host} ในเครือข่าย ตรวจตัวสะกดของ --host หรือไม่ต้องระบุ ถ้าดูในเครื่องนี้เท่านั้น",
        "No machine called {host} is known. Check the spelling of --host, or leave it out to look from this machine "
        "alone.",
    ),
    "not_listening": (
        "เปิดพอร์ต {port} ที่ {host} ไม่ได้ ระบบแจ้งว่า {reason}",
        "Port {port} on {host} cannot be used; the system says: {reason}.",
    ),
}
