"""Hands the templates of a MkDocs site the index and score of an agency, made once for each agency."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
_portal_score = import_module("portal_score")
_entries: dict[str, list[tuple[str, Any]]] = {}
_made: dict[str, str] = {}


def on_pre_build(**_: Any) -> None:
    """A server builds again and again with the same hook."""
    _entries.clear()
    _made.clear()


def on_page_markdown(markdown: str, page: Any, **_: Any) -> None:
    """All pages are read before the first is rendered, so every item is known by then."""
    if "item" in page.meta:
        _entries.setdefault(page.meta["agency"], []).append((f"/{page.url}", page.meta))


def on_env(env: Any, **_: Any) -> Any:
    """Make the score known to the templates."""
    env.globals["score"] = _score
    return env


def _score(agency: str) -> str:
    if agency not in _made:
        _made[agency] = _portal_score.score_html(_entries[agency])
    return _made[agency]
