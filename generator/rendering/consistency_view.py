"""The cross-examination of a report in words: it states what is printed and what follows, and accuses nobody."""

import re
from collections.abc import Mapping, Sequence

from generator.oit.agency_year import AgencyYear
from generator.oit.observation import Matter, Note, Observation
from generator.oit.reference import Reference
from generator.rendering.finding_view import about_label, subject
from generator.rendering.views import ObservationView
from generator.rendering.wording import Wording

_COUNTED = {"indicators passed": "counted_passed", "indicators failed": "counted_failed"}
_NUMBERED = re.compile(r"\b(sub-)?indicator ([0-9.]*[0-9])")
_NOTES: Mapping[str, Sequence[str]] = {
    "fits": ("count", "sums"),
    "differs": ("count", "sums"),
    "more": ("count",),
    "hides": ("numbers",),
    "decimals": ("least", "most"),
    "choices": ("count", "least", "most"),
}
"""How the values of a note are called in the theme's words for it, in order."""
_ANSWERED = ("decimals", "choices")


def observation_view(observation: Observation, content: AgencyYear, wording: Wording) -> ObservationView:
    """One disagreement in words."""
    matter, about = observation.matter, observation.subject
    if isinstance(about, Reference):
        title = subject(content.catalogue, about, wording)
        label = about_label(about, wording)
        shown = f"{label} {title}" if title and title != label else label
    else:
        shown = about
    key = matter.name.lower()
    values: dict[str, object] = {"printed": _words(observation.printed, wording), "subject": shown}
    values["follows"] = _words(observation.follows, wording)
    if matter is Matter.UNNAMED_ZEROS:
        values["patterns"], values["fitting"], values["zeros"] = observation.follows.split()
    elif matter is Matter.NAME:
        values["kind"] = wording.say(f"name_{observation.printed}")
    return ObservationView(
        matter=key.replace("_", "-"),
        subject=shown,
        sentence=wording.say(f"matter_{key}", **values),
        steps=tuple(note_words(note, wording) for note in observation.steps),
        places=observation.places,
        settles=wording.say(f"settles_{key}"),
    )


def note_words(note: Note, wording: Wording) -> str:
    """One line of arithmetic in words."""
    if note.kind == "sum":
        return _numbered(note.values[0], wording)
    values = dict(zip(_NOTES[note.kind], note.values, strict=False))
    key = f"note_{note.kind}"
    if note.kind in _ANSWERED:  # the last of its values is yes or no
        key = f"{key}_{note.values[-1]}"
    return wording.say(key, **values)


def _words(text: str, wording: Wording) -> str:
    for counted, key in _COUNTED.items():
        if counted in text:
            text = text.replace(counted, wording.say(key))
    return wording.say(f"outcome_{text}") if text in ("pass", "fail") else text


def _numbered(text: str, wording: Wording) -> str:
    """The numbers of indicators as the interface calls them; the line itself is of figures."""

    def named(match: re.Match[str]) -> str:
        return wording.say("sub_indicator_n" if match[1] else "indicator_n", number=match[2])

    return _NUMBERED.sub(named, text)
