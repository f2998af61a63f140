"""Fill message templates with parameters."""

import re
from collections.abc import Mapping

_PARAM = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_LONGEST = 500


def fill(template: str, params: Mapping[str, str]) -> str:
    """A template with its parameters. A part in double brackets is left out unless all of its parameters are there."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(params.get(name) for name in _PARAM.findall(match[1])) else ""

    return _PARAM.sub(lambda match: _short(params.get(match[1], "")), _OPTIONAL.sub(optional, template))


def bare(template: str) -> str:
    """A template without particular values: each is shown as an ellipsis, and what is optional left out."""
    return _PARAM.sub("…", _OPTIONAL.sub("", template)).replace("….", "…")


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
