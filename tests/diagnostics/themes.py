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
    Case("a file by the name of a device", "OIT105",
         {SITE: "title: ก\nagency: my-town\ntheme: mine\n", "themes/mine/theme.yaml": "name: mine\n",
          "themes/mine/assets/con.css": "p{}"}, at="themes/mine/assets/con.css"),
    Case("a file where the theme below has a folder", "OIT815",
         {SITE: "title: ก\nagency: my-town\ntheme: mine\n", "themes/mine/theme.yaml": "name: mine\n",
          "themes/mine/assets/fonts": "p{}"}, at="themes/mine/assets/fonts"),
    Case("a misspelt condition", "OIT702", theme("methods.html", "<p>\n«{»% iff page %}\n<b>\n")),
    Case("an undefined name", "OIT703", theme("methods.html", "<p>\n«{»{ nothing.at_all }}\n")),
    Case("a template that is not there", "OIT708", theme("methods.html", "<p>\n«{»% include 'indx.html' %}\n")),
    Case("words with a value that there is not", "OIT710",
         {SITE: "title: ก\nagency: my-town\ntheme: mine\n", "themes/mine/theme.yaml": "name: mine\n",
          "themes/mine/strings/th.yaml": 'home: บ้าน\n«items_n»: "%(number)s ข้อ"\n'}),
    Case("a page without the index", "OIT704", theme("item.html", "{{ summary }}"),
         at="themes/mine/templates/item.html"),
    Case("an index without its name", "OIT704",
         theme("index.html", "{% for group in index.groups %}{% for row in group.rows %}"
                             '<a data-item="{{ row.number }}" data-state="{{ row.state }}"></a>'
                             "{% endfor %}{% endfor %}"),
         at="themes/mine/templates/index.html"),
    Case("a page without the summary", "OIT705", theme("item.html", "{{ index }}"),
         at="themes/mine/templates/item.html"),
    Case("an index without its rows", "OIT706", theme("index.html", '<nav id="compliance-index"></nav>'),
         at="themes/mine/templates/index.html"),
    Case("a summary without its numbers", "OIT709", theme("summary.html", '<section id="score-summary"></section>'),
         at="themes/mine/templates/summary.html"),
)  # fmt: skip
