"""Who may talk to the preview server: browsers on this machine, on pages of this very site.

A page of any other site open in another tab can send requests here too. The name it used (Host),
the page it came from (Origin) and what the browser says of itself (Sec-Fetch-Site) keep it out;
no CORS header is ever sent.
"""

from collections.abc import Collection

from generator.preview.request import Refused, Request

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


def allowed_hosts(port: int, names: Collection[str] = ()) -> frozenset[str]:
    """The values of Host that are accepted: the loopback names and those given explicitly, each with the port."""
    hosts = {f"{name}:{port}" for name in (*LOOPBACK_NAMES, *names)}
    if port == 80:
        hosts |= {*LOOPBACK_NAMES, *names}
    return frozenset(hosts)


def check_access(request: Request, hosts: frozenset[str]) -> None:
    """Raise ``Refused`` when the request is not from a page of this site or from the address bar."""
    given = request.all("host")
    if len(given) != 1 or given[0].lower() not in hosts:
        raise Refused(421, "not a host of this server")
    origins = request.all("origin")
    if origins and (len(origins) > 1 or origins[0].lower() not in {f"http://{host}" for host in hosts}):
        raise Refused(403, "another origin")
    sites = request.all("sec-fetch-site")
    navigates = request.one("sec-fetch-mode") == "navigate" and request.one("sec-fetch-dest") in ("document", "")
    if any(site in ("cross-site", "same-site") for site in sites) and not navigates:
        raise Refused(403, "another site")
    if request.method not in ("GET", "HEAD"):
        raise Refused(405, "only GET and HEAD")
    if request.all("transfer-encoding") or request.one("content-length") not in ("", "0"):
        raise Refused(400, "a body is not read here")
