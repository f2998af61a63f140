"""Many near-equal cases as one test: a table of rows, each of which is tried, and each that fails is told."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

Test = Callable[..., None]


def every_row(names: str | Sequence[str], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Run a test for each row of a table, as ``pytest.mark.parametrize`` does, but as one test.

    A row has a value for each name; with one name it is the value. Put above one another, two tables are multiplied.
    Fixtures are shared by all rows: a table is for tests that leave nothing behind. A row that is skipped skips the
    test as a whole, and a table without rows fails.
    """
    of_one = isinstance(names, str)
    columns = (names,) if isinstance(names, str) else tuple(names)
    table = [(row,) if of_one else tuple(row) for row in rows]

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)

        @wraps(test)
        def tried(*words: Any, **fixtures: Any) -> None:
            failed = []
            for row in table:
                values = dict(zip(columns, row, strict=True))
                try:
                    test(*words, **fixtures, **values)
                except Exception as error:
                    failed.append(f"{', '.join(map(repr, row))}\n    {type(error).__name__}: {error}")
            assert table, "no rows"
            if failed:
                raise AssertionError(f"{len(failed)} of {len(table)} rows:\n" + "\n".join(failed))

        kept = [one for name, one in signature.parameters.items() if name not in columns]
        assert len(kept) == len(signature.parameters) - len(columns), f"the test does not take {columns}"
        vars(tried)["__signature__"] = signature.replace(parameters=kept)
        return tried

    return decorate
