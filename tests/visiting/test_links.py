"""Links to a host on this machine that answers in every way that hosts do."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from loopback import listening
from projects import ITEM, YEAR, WriteSmall

from generator.visiting import pinned
from generator.visiting.answer import Asker
from generator.visiting.pace import Pace
from generator.visiting.pinned import connection_to, is_public, target_of
from generator.visiting.visits import HELD, Visited, visit

PAGE = "text/html"


class Host:
    """What a host was asked, and how many asked at the same time."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.kind_of_moving = "application/pdf"
        self.lingers = 0.0
        """How long a request waits for another to come beside it, in seconds."""
        self._lock = threading.Lock()
        self._met = threading.Event()

    def begin(self, method: str, path: str) -> None:
        with self._lock:
            self.asked.append((method, path))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            if self.at_once > 1:
                self._met.set()
        if self.lingers:
            self._met.wait(self.lingers)

    def end(self) -> None:
        with self._lock:
            self.at_once -= 1

    def answer(self, method: str, path: str) -> tuple[int, str, str, dict[str, str]]:
        """Status, kind, body and further fields."""
        if path.startswith("/files/"):
            return (200, "application/pdf", "", {}) if path == "/files/a.pdf" else (404, PAGE, "", {})
        if path.startswith("/soft/"):
            return 200, PAGE, f"ไม่พบหน้า {path.encode().hex()}", {}
        if path.startswith("/pages/"):
            return (200, PAGE, "หน้าจริง", {}) if path == "/pages/plan" else (404, PAGE, "", {})
        if path == "/busy" and self.asked.count((method, path)) == 1:
            return 429, PAGE, "", {"Retry-After": "0"}
        known: dict[str, tuple[int, str, str, dict[str, str]]] = {
            "/gone": (410, PAGE, "", {}),
            "/key": (401, PAGE, "", {}),
            "/private": (302, "", "", {"Location": "/user/login?next=/private"}),
            "/user/login?next=/private": (200, PAGE, "เข้าสู่ระบบ", {}),
            "/wall": (403, PAGE, "", {}),
            "/broken": (500, PAGE, "", {}),
            "/no-head": (405, "", "", {}) if method == "HEAD" else (200, "application/pdf", "", {}),
            "/moved": (301, "", "", {"Location": "/files/a.pdf"}),
            "/round": (301, "", "", {"Location": "/round"}),
            "/inside": (302, "", "", {"Location": "http://10.1.2.3/"}),
            "/was.pdf": (200, PAGE, "หน้าแรก", {}),
            "/moving": (200, self.kind_of_moving, "", {}),
            "/busy": (200, "application/pdf", "", {}),
        }
        return known.get(path, (404, PAGE, "", {}))


def answering(seen: Host) -> type[BaseHTTPRequestHandler]:
    """What answers at an address in the name of a host."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer("HEAD")

        def do_GET(self) -> None:
            self._answer("GET")

        def _answer(self, method: str) -> None:
            seen.begin(method, self.path)
            status, kind, body, fields = seen.answer(method, self.path)
            data = body.encode()
            seen.end()
            self.send_response(status)
            if kind:
                self.send_header("Content-Type", kind)
            for name, value in {**fields, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            if method == "GET":
                self.wfile.write(data)

        def log_message(self, *told: object) -> None:
            """Say nothing of a request."""

    return Handler


@pytest.fixture
def host() -> Iterator[tuple[Host, str]]:
    """A host and its address."""
    seen = Host()
    with listening(answering(seen)) as address:
        yield seen, address


def on_this_machine(address: str) -> bool:
    return address == "127.0.0.1"


def look(small: WriteSmall, cache: Path, links: list[str], now: float = 0.0) -> Visited:
    evidence = "".join(f"  - {{link: '{link}', title: ก{number}}}\n" for number, link in enumerate(links))
    written = small({ITEM: f"---\nitem: O1\nevidence:\n{evidence}---\n"})
    return visit(written, Asker(Pace(0), on_this_machine, 60), str(cache), now)


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("/files/a.pdf", []),
        ("/pages/plan", []),
        ("/no-head", []),
        ("/moved", []),
        ("/busy", []),
        ("/", ["OIT590"]),
        ("/nowhere", ["OIT590"]),
        ("/gone", ["OIT590"]),
        ("/key", ["OIT591"]),
        ("/private", ["OIT591"]),
        ("/wall", ["OIT592"]),
        ("/broken", ["OIT592"]),
        ("/round", ["OIT592"]),
        ("/soft/plan", ["OIT593"]),
        ("/was.pdf", ["OIT594"]),
        ("/inside", ["OIT595"]),
    ],
)
def test_every_verdict(path: str, codes: list[str], host: tuple[Host, str], small: WriteSmall, tmp_path: Path) -> None:
    found = look(small, tmp_path / "cache", [host[1] + path])
    assert [one.code for one in found.diagnostics] == codes
    assert {one.severity for one in found.diagnostics} <= {"finding"}


def test_a_host_that_is_not_there_is_not_known(small: WriteSmall, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    found = look(small, tmp_path, [f"http://127.0.0.1:{port}/a"])
    assert [one.code for one in found.diagnostics] == ["OIT592"]


def test_a_link_of_another_type_than_before(host: tuple[Host, str], small: WriteSmall, tmp_path: Path) -> None:
    links = [f"{host[1]}/moving"]
    assert look(small, tmp_path / "cache", links).diagnostics == ()
    host[0].kind_of_moving = PAGE
    (found,) = look(small, tmp_path / "cache", links, HELD).diagnostics
    assert (found.code, found.param("expected")) == ("OIT594", "application/pdf")


def test_at_most_one_request_is_under_way_at_a_host_whatever_the_port(small: WriteSmall, tmp_path: Path) -> None:
    seen = Host()
    seen.lingers = 0.05
    with listening(answering(seen)) as one, listening(answering(seen)) as other:
        paths = ("/files/a.pdf", "/pages/plan", "/gone", "/moved", "/soft/a", "/soft/b")
        links = [f"{address}{path}" for path in paths for address in (one, other)]
        assert look(small, tmp_path, links).visited == 12
    assert seen.most_at_once == 1


def test_what_was_seen_is_not_asked_for_again_within_seven_days(
    host: tuple[Host, str], small: WriteSmall, tmp_path: Path
) -> None:
    links = [f"{host[1]}/gone", f"{host[1]}/gone"]
    first = look(small, tmp_path / "cache", links, 1000.0)
    asked = len(host[0].asked)
    second = look(small, tmp_path / "cache", links, 1000.0 + HELD - 1)
    assert (first.links, first.visited, second.visited) == (1, 1, 0)
    assert len(host[0].asked) == asked
    assert first.diagnostics == second.diagnostics
    assert len(first.diagnostics) == 2
    assert look(small, tmp_path / "cache", links, 1000.0 + HELD).visited == 1


@pytest.mark.parametrize("held", [b"", b"[]", b'{"a": 1}', b'{"a": [["x"], "y"]}', b"[" * 100_000])
def test_what_was_held_and_is_damaged_is_forgotten(
    held: bytes, host: tuple[Host, str], small: WriteSmall, tmp_path: Path
) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "links.json").write_bytes(held)
    assert look(small, tmp_path / "cache", [f"{host[1]}/gone"]).visited == 1


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::8.8.8.8", True),
        ("64:ff9b::127.0.0.1", False),
        ("64:ff9b:1::10.0.0.1", False),
        ("::127.0.0.1", False),
        ("fec0::1", False),
    ],
)
def test_only_addresses_of_the_public_internet_are_connected_to(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_name_is_resolved_once_and_the_address_that_was_judged_is_used(
    host: tuple[Host, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(host[1].rpartition(":")[2])
    resolved: list[str] = []

    def resolve(name: str, port: int, *more: object, **how: object) -> list[tuple[object, ...]]:
        resolved.append(name)
        address = name if name[0].isdecimal() else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    target = target_of(f"http://town.example:{port}/files/a.pdf")
    assert target is not None
    connection = connection_to(target, 60, on_this_machine)
    connection.request("GET", target.path)
    assert connection.getresponse().status == 200
    connection.close()
    assert resolved == ["town.example", "127.0.0.1"]


def test_a_name_with_one_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **how: found)
    target = target_of("http://town.example/")
    assert target is not None
    with pytest.raises(pinned.RefusedError):
        connection_to(target, 60, is_public)


def test_what_was_seen_is_recorded_and_shown_beside_the_link(
    host: tuple[Host, str], small: WriteSmall, tmp_path: Path
) -> None:
    links = [f"{host[1]}/files/a.pdf", f"{host[1]}/gone"]
    found = look(small, tmp_path / "cache", links, 1764460800.0)  # noon of 30 November 2025, UTC
    (record,) = found.records
    assert record == f"{YEAR}/links.yaml"
    evidence = "".join(f"  - {{link: '{link}', title: ก{number}}}\n" for number, link in enumerate(links))
    item = f"---\nitem: O1\nevidence:\n{evidence}---\n"
    plain = small({ITEM: item})
    assert not plain.build().failed
    assert "เปิดได้เมื่อ" not in plain.site()["town/2567/o01/index.html"].decode()
    shown = small({ITEM: item, record: found.records[record]})
    assert not shown.build().failed
    page = shown.site()["town/2567/o01/index.html"].decode()
    assert page.count("เปิดได้เมื่อ 30 พฤศจิกายน 2568") == 1
    assert found.records == look(small, tmp_path / "cache", links, 1764460800.0 + 60).records


def test_a_verdict_that_is_none_is_refused(small: WriteSmall) -> None:
    text = "links:\n  - {link: 'https://a.go.th/', day: 2568-11-30, verdict: fine}\n"
    (found,) = small({f"{YEAR}/links.yaml": text}).check().diagnostics
    assert (found.code, found.span.line) == ("OIT203", 2)


def test_the_command_opens_nothing_on_this_machine(
    host: tuple[Host, str], small: WriteSmall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.cli.main import run

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    written = small({ITEM: f"---\nitem: O1\nevidence: [{{link: '{host[1]}/files/a.pdf', title: ก}}]\n---\n"})
    assert run(["check", written.root, "--links", "--strict", "--lang", "en"]) in (0, 1)
    assert host[0].asked == []
