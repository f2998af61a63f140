"""``sitemap.xml`` and ``robots.txt``: what is there to be found."""

from collections.abc import Iterable

from markupsafe import escape


def sitemap(addresses: Iterable[str], site_address: str) -> bytes:
    """The whole addresses of all pages, each as the page itself gives it."""
    prefix = f"{site_address}/"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(f"<url><loc>{escape(prefix + address)}</loc></url>" for address in sorted(addresses)),
        "</urlset>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def robots(site_address: str, *, has_sitemap: bool) -> bytes:
    """Everything may be read by everyone: that is what the site is for."""
    lines = ["User-agent: *", "Allow: /"]
    if has_sitemap and site_address:
        lines.append(f"Sitemap: {site_address}/sitemap.xml")
    return ("\n".join(lines) + "\n").encode("utf-8")
