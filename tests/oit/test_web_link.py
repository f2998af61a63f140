"""What a web address tells of itself."""

from tables import every_row

from generator.oit.web_link import web_link

TOWN = "https://www.town.go.th"
SHARED = "https://sites.google.com/view/town/home"


@every_row(
    ("address", "website", "is_front"),
    [
        *((f"{TOWN}{end}", TOWN, True) for end in ("", "/", "//", "/index.php", "/th", "/th/", "/TH/Index.aspx")),
        *(
            (f"{TOWN}{end}", TOWN, True)
            for end in ("/th/home", "/index.php/en", "/home/index", "/#top", "/tha/main.jsp")
        ),
        *(
            (f"{TOWN}{end}", TOWN, False)
            for end in ("/then", "/oit", "/th/oit", "/index.php?page=5", "/#oit", "/home2")
        ),
        ("http://town.go.th/th/index.html", TOWN, True),
        ("https://www.other.go.th/", TOWN, False),
        ("https://www.other.go.th/", "", True),
        (SHARED, SHARED, True),
        (f"{SHARED}/", SHARED, True),
        ("https://sites.google.com/view/town/oit", SHARED, False),
        (f"{SHARED}#oit", SHARED, False),
    ],
)
def test_a_front_page_is_known_by_its_path(address: str, website: str, is_front: bool) -> None:
    assert web_link(address).is_front_page_of(website) is is_front
