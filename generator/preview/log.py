"""Terminal log of the preview: one line for each change, each problem once.

The whole list stands there at the start. After that only what is new is told in full; what is mended
is counted, so that the last lines always say how things stand.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence

from generator.diagnostics import Diagnostic
from generator.language import Language
from generator.messages.diagnostic_text import notice
from generator.messages.excerpt import Sources, visible
from generator.messages.sentences import sentence
from generator.preview.change import Change
from generator.project import Project

_NAMED = 3
"""So many files are named in a line; of more, how many."""
_ROOM = 100

Say = Callable[[str], None]
_Key = tuple[str, str, str, tuple[tuple[str, str], ...]]


class Log:
    """Knows what has been told. ``say`` takes whole lines."""

    def __init__(self, project: Project, language: Language, say: Say) -> None:
        self._root = project.root
        self._language = language
        self._say = say
        self._told: Counter[_Key] = Counter()

    def changed(self, change: Change, problems: Sequence[Diagnostic]) -> None:
        """Tell of changed files, and what that did to the problems."""
        if change.files:
            names = [self._sentence(f"file_{file.how}", path=visible(file.address)) for file in change.files]
            more = f", +{len(names) - _NAMED}" if len(names) > _NAMED else ""
            clock = time.strftime("%H:%M:%S")
            self._say(f"{clock} {', '.join(names[:_NAMED])}{more} — {self._outcome(problems)}")
        self.problems(problems)

    def problems(self, problems: Sequence[Diagnostic]) -> None:
        """Tell in full what has not been told yet."""
        told = self._told.copy()
        sources = Sources(self._root)
        for problem in problems:
            key = _key(problem)
            told[key] -= 1
            if told[key] < 0:
                self._say(notice(problem, self._language, sources, _ROOM) + "\n")
        now = Counter(map(_key, problems))
        # while there are errors not everything else is looked for: what is not found then may still be there
        self._told = now | Counter(
            {key: n for key, n in self._told.items() if key[1] != "error"} if _errors(now) else {}
        )

    def _outcome(self, problems: Sequence[Diagnostic]) -> str:
        before, now = _errors(self._told), _errors(Counter(map(_key, problems)))
        new, mended, left = (now - before).total(), (before - now).total(), now.total()
        if new:
            key, count = "log_new", new
        elif mended:
            key, count = ("log_less" if left else "log_mended"), mended
        else:
            key, count = ("log_same" if left else "log_good"), left
        return self._sentence(key, count=count, left=left)

    def _sentence(self, key: str, **params: object) -> str:
        return sentence(key, self._language, **params)


def _key(problem: Diagnostic) -> _Key:
    """What a problem is known by wherever its lines have moved to."""
    return problem.code, problem.severity, problem.span.path, problem.params


def _errors(keys: Counter[_Key]) -> Counter[_Key]:
    return Counter({key: count for key, count in keys.items() if key[1] == "error"})
