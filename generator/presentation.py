"""temporary"""

import sys


class Presentation:
    def __init__(self, lang, format, quiet=False):
        pass

    def say(self, key, **p):
        print(key, p, file=sys.stderr)

    def progress(self):
        return None

    def outcome(self, outcome, project, published):
        for d in outcome.diagnostics:
            print(
                f"{d.span.path}:{d.span.line}:{d.span.column}: {d.severity}[{d.code}] {dict(d.params)}", file=sys.stderr
            )
        print(outcome._replace(diagnostics=()))
