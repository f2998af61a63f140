"""Where the preview listens: every place it names answers, and what keeps it from listening is said."""

import errno
import http.client
import socket
from urllib.parse import urlsplit

import pytest
from projects import WriteSmall
from tables import every_row

from generator.cli import main as cli
from generator.preview import listening
from generator.preview.listening import CannotListen, listen

from .conftest import Running


def test_everywhere_is_opened_on_this_machine_and_by_the_names_that_are_accepted() -> None:
    opened = listen("0.0.0.0", 0, ("somchai-notebook", "localhost:9000", "[2001:db8::5]"))
    opened.close()
    (port,) = {int(place.rsplit(":", 1)[1].rstrip("/")) for place in opened.places if "9000" not in place}

    assert opened.places == (
        f"http://127.0.0.1:{port}/",
        f"http://somchai-notebook:{port}/",
        "http://localhost:9000/",
        f"http://[2001:db8::5]:{port}/",
    )
    assert opened.is_open


@every_row("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2", "0.0.0.0", "::", ""])
def test_the_first_place_answers(host: str) -> None:
    opened = listen(host, 0, ("somchai-notebook",))
    running = Running(sockets=opened.sockets, names=opened.names)
    try:
        place = urlsplit(opened.places[0])
        connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=10)
        connection.request("GET", "/")

        assert connection.getresponse().status == 200
        connection.close()
    finally:
        running.stop()


def test_a_host_that_is_this_machine_alone_is_not_open_to_others() -> None:
    for host, is_open in {"127.0.0.1": False, "localhost": False, "::1": False, "127.9.9.9": False, "::": True}.items():
        opened = listen(host, 0, ("somchai-notebook",))
        opened.close()
        assert opened.is_open is is_open, host


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.EADDRINUSE, "port_taken"),
        (errno.EACCES, "port_forbidden"),
        (errno.EPERM, "port_forbidden"),
        (errno.EADDRNOTAVAIL, "address_not_here"),
        (errno.EMFILE, "not_listening"),
    ],
)
def test_each_reason_has_its_own_sentence(monkeypatch: pytest.MonkeyPatch, number: int, key: str) -> None:
    def refuse(family: int, address: tuple[object, ...]) -> socket.socket:
        raise OSError(number, "reason")

    monkeypatch.setattr(listening, "_socket", refuse)

    with pytest.raises(CannotListen) as cannot:
        listen("127.0.0.1", 8080)
    assert cannot.value.key == key


def test_a_name_keeps_those_of_its_addresses_that_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_ipv6(family: int, address: tuple[object, ...]) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "no IPv6")
        return socket.create_server(("127.0.0.1", 0))

    monkeypatch.setattr(listening, "_socket", without_ipv6)
    found = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 0, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)

    opened = listen("localhost", 0)
    opened.close()

    assert [one.family for one in opened.sockets] == [socket.AF_INET]


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".example"])
def test_what_is_no_name_of_a_machine_is_unknown(host: str) -> None:
    with pytest.raises(CannotListen) as cannot:
        listen(host, 0)
    assert cannot.value.key == "host_unknown"


def test_what_keeps_it_from_listening_is_one_line_and_exit_code_three(
    small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({}).root
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = {
            f"port {port}": ["--port", str(port)],
            "192.0.2.1": ["--host", "192.0.2.1", "--allow", "x"],
            "a..b": ["--host", "a..b"],
        }
        for words, options in said.items():
            assert cli.run(["preview", root, "--lang", "en", *options]) == 3
            error = capsys.readouterr().err
            assert words in error
            assert error.count("\n") == 1


def test_everywhere_needs_a_name_to_be_called_by(small: WriteSmall, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["preview", small({}).root, "--host", "0.0.0.0", "--lang", "en"]) == 2

    assert "--allow somchai-notebook" in capsys.readouterr().err
