"""Addresses: what may be published on every platform (P4, P5, P6)."""

from tables import every_row

from generator.address import is_address, parents

DEVICES = ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]


@every_row(
    "address",
    [
        "index.html",
        "kok-tum/2567/o12/index.html",
        "2567/o1/files/plan_2567.v2.pdf",
        "a",
        "0",
        "console.html",
        "nullify/aux-1.html",
        "com10/lpt.html",
        "x.con",
        "a" * 200,
        "/".join(["d" * 200] * 10),
    ],
)
def test_accepted(address: str) -> None:
    assert is_address(address)


@every_row(
    "address",
    [
        "",
        "/",
        "/index.html",
        "index.html/",
        "a//b",
        ".",
        "..",
        "../index.html",
        "a/../b",
        "a/./b",
        ".htaccess",
        "-rf",
        "_site",
        "Index.html",
        "a/B.html",
        "โปร่งใส.html",
        "a\u0301.html",
        "a b",
        "a\\b",
        "c:/index.html",
        "a:b",
        "a%2e",
        "a?b",
        "a*b",
        'a"b',
        "a<b",
        "a|b",
        "a\0b",
        "a\n",
        "a\n/b",
        "a.",
        "a./b",
        "a/b...",
        "a ",
        "a" * 201,
        "b/" + "a" * 201 + "/c",
    ],
)
def test_refused(address: str) -> None:
    assert not is_address(address)


@every_row("device", DEVICES)
@every_row("shape", ["{}", "{}.html", "{}.tar.gz", "a/{}", "{}/index.html", "a/{}.d/b"])
def test_devices_of_windows_are_refused_wherever_they_stand(device: str, shape: str) -> None:
    assert not is_address(shape.format(device))
    assert is_address(shape.format(device + "x"))


def test_parents_are_all_folders_on_the_way() -> None:
    assert parents(["index.html", "a/b/c/d.html", "a/e.html"]) == {"a", "a/b", "a/b/c"}
