"""7xx: themes, whose authors are readers of messages too."""

from collections.abc import Mapping

from diagnostics.cases import SITE, Case


def theme(template: str, text: str) -> Mapping[str, str | bytes | None]:
    """A theme with one template of its own, in use."""
    return {
        SITE: "title: เว็บไซต์ตัวอย่าง\nagency: my-town\ntheme: mine\n",
        "themes/mine/theme.yaml": "name: mine\n",
        f"themes/mine/templates/{template}": text,
    }


CASES = (
    Case("a theme that is not there", "OIT701", {SITE: "title: ก\nagency: my-town\ntheme: «bass»\n"}),
    Case("a theme that extends one that is not there", "OIT701",
         {SITE: "title: ก\nagency: my-town\ntheme: mine\n", "themes/mine/theme.yaml": "name: mine\nextends: «bass»\n"}),
    Case("a theme that extends itself", "OIT707",
         {SITE: "title: ก\nagency: my-town\ntheme: mine\n", "themes/mine/theme.yaml": "name: mine\nextends: «mine»\n"}),
    Case("a theme without theme.yaml", "OIT124",
         {SITE: "title: ก\nagency: my-town\ntheme: mine\n", "themes/mine/assets/style.css": "p{}"}, at="themes/mine"),
    Case("a condition that is never closed", "OIT702", theme("methods.html", "<p>\n«{»% if page %}\n<b>\n")),
    Case("an undefined name", "OIT703", theme("methods.html", "<p>\n«{»{ nothing.at_all }}\n")),
    Case("a template that is not there", "OIT708", theme("methods.html", "<p>\n«{»% include 'indx.html' %}\n")),
)  # fmt: skip
