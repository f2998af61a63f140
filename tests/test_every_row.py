"""A table of cases as one test: every row that fails is told, and none is left out in silence."""

import pytest
from tables import every_row


def test_every_row_that_fails_is_told_with_what_it_holds() -> None:
    tried = []

    @every_row(("number", "word"), [(1, "a"), (2, "b"), (3, "c")])
    def odd(number: int, word: str) -> None:
        tried.append(word)
        assert number % 2 == 0, "odd"

    with pytest.raises(AssertionError, match=r"(?s)2 of 3 rows.*1, 'a'.*odd.*3, 'c'"):
        odd()
    assert tried == ["a", "b", "c"]


def test_two_tables_are_multiplied_and_fixtures_are_passed_on() -> None:
    tried = []

    @every_row("one", [1, 2])
    @every_row("other", [3, 4])
    def add(one: int, other: int, more: int) -> None:
        tried.append(one + other + more)
        assert one + other != 5

    with pytest.raises(AssertionError, match=r"(?s)2 of 2 rows:\n1\n.*1 of 2 rows:\n4\n.*\n2\n.*1 of 2 rows:\n3\n"):
        add(more=10)
    assert tried == [14, 15, 15, 16]


def test_a_row_that_is_skipped_is_no_row_that_passed() -> None:
    @every_row("number", [1, 2])
    def skipping(number: int) -> None:
        if number == 2:
            pytest.skip("not here")

    with pytest.raises(pytest.skip.Exception):
        skipping()


def test_a_table_needs_rows_and_a_value_for_each_name() -> None:
    @every_row("number", [])
    def nothing(number: int) -> None:
        pass

    @every_row(("one", "other"), [(1,)])
    def short(one: int, other: int) -> None:
        pass

    for test in (nothing, short):
        with pytest.raises((AssertionError, ValueError)):
            test()
    with pytest.raises(AssertionError, match="does not take"):
        every_row("another", [1])(lambda number: None)
