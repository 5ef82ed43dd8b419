from collections import defaultdict
from functools import cache

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.plots import FEW, FEWEST, HIDDEN, SOME, PairPlot, guarded


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([], []),
        ([3, 4], [3, 4]),
        ([0, 1, 2], [FEW, FEW, FEW]),
        ([2, 9, 5], [FEW, 9, SOME]),
        ([0, 5], [FEW, SOME]),
        ([0, 0, 0], [FEW, FEW, FEW]),
    ],
)
def test_small_numbers_are_withheld_with_one_more(numbers, shown):
    assert guarded(numbers) == shown


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([0, 3], [HIDDEN, HIDDEN]),
        ([1, 3], [HIDDEN, HIDDEN]),
        ([2, 2], [HIDDEN, HIDDEN]),
        ([2, 5, 5], [HIDDEN, HIDDEN, HIDDEN]),
        ([2, 3, 4], [HIDDEN, HIDDEN, 4]),
    ],
)
def test_numbers_that_the_words_would_tell_are_withheld_with_one_word(numbers, shown):
    assert guarded(numbers) == shown


@cache
def tables_like(length, total):
    """{what is shown: every column of counts that is shown so}, for a sum that everybody knows."""
    found = defaultdict(list)
    for numbers in columns(length, total):
        found[looks(numbers)].append(numbers)
    return found


def columns(length, total):
    if length == 1:
        return [(total,)]
    return [(n, *rest) for n in range(total + 1) for rest in columns(length - 1, total - n)]


def looks(numbers):
    return tuple(map(str, guarded(numbers)))


@given(numbers=st.lists(st.integers(0, 6), min_size=2, max_size=4).filter(any))
@settings(max_examples=300, deadline=None)
def test_known_sum_and_the_rule_itself_tell_no_small_number(numbers):
    """Whoever knows the sum and this rule tries all columns: each small number may be another one, too."""
    same = tables_like(len(numbers), sum(numbers))[looks(numbers)]
    for place, number in enumerate(numbers):
        assert number >= FEWEST or len({column[place] for column in same}) > 1


def test_guarded_plot_has_no_bar_for_what_is_withheld():
    plot = PairPlot.guarded("Projects", "A", "B", [("one", 1, 3), ("two", 40, 5)])
    assert plot.rows == [("one", FEW, 3), ("two", SOME, 5)]
    assert plot.most == 5
    assert [str(number) for number in plot.rows[0][1:]] == ["< 3", "3"]


def test_words_are_in_the_readers_language():
    with override("de"):
        assert [str(word) for word in (SOME, HIDDEN)] == ["3 oder mehr", "nicht gezeigt"]
