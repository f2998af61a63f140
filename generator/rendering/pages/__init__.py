"""The kinds of page that a site has, each a module."""

PAGE_KINDS = (
    "portal", "agency", "trend",
    "dashboard", "item", "results", "analysis", "measures", "progress", "changes", "offices", "office",
    "answers",
    "methods", "method", "crosswalks", "crosswalk",
    "search", "accessibility", "404",
)  # fmt: skip
