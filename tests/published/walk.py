"""Pages opened one after another in a browser: what they ask for, what is refused, and what goes wrong."""

from collections.abc import Iterable
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext

GONE = "net::ERR_ABORTED"
"""What becomes of a request for the icon when the next page is opened before it is answered."""
_TELL_OF_REFUSALS = """addEventListener("securitypolicyviolation", event =>
  console.error(`refused by the policy: ${event.effectiveDirective} ${event.blockedURI}`));"""


class Walk(NamedTuple):
    """What was asked for, and what was not answered well, refused by the policy, or failed in a script."""

    asked: set[str]
    wrong: list[str]

    def outside(self, base: str) -> list[str]:
        """What was asked for that does not lie below an address."""
        return sorted(url for url in self.asked if not url.startswith((base, "data:")))


def walk(browser: Browser, addresses: Iterable[str]) -> Walk:
    """Open the pages one after another."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        return walk_in(context, addresses)


def walk_in(context: BrowserContext, addresses: Iterable[str], *, well: frozenset[int] = frozenset()) -> Walk:
    """Open the pages in a context of the browser; ``well`` are statuses of 400 and above that are meant to be."""
    found = Walk(set(), [])
    context.add_init_script(_TELL_OF_REFUSALS)
    tab = context.new_page()
    tab.on("request", lambda request: found.asked.add(request.url))
    tab.on("requestfailed", lambda request: found.wrong.append(request.url) if request.failure != GONE else None)
    tab.on(
        "response",
        lambda answer: found.wrong.append(answer.url) if answer.status >= 400 and answer.status not in well else None,
    )
    tab.on("pageerror", lambda error: found.wrong.append(f"{tab.url}: {error}"))
    tab.on(
        "console",
        lambda message: (
            found.wrong.append(f"{tab.url}: {message.text}")
            if message.type == "error" and not (well and message.text.startswith("Failed to load resource"))
            else None
        ),
    )
    for address in addresses:
        tab.goto(address)
        tab.evaluate("document.fonts.ready.then(() => true)")
        if not tab.evaluate("Array.from(document.styleSheets).some(one => one.href)"):
            found.wrong.append(f"{address}: no style")
    return found
