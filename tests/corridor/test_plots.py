import pytest

from corridor.plots import FEW, SOME, PairPlot, guarded


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([], []),
        ([3, 4], [3, 4]),
        ([0, 1, 2], [FEW, FEW, FEW]),
        ([2, 9, 5], [FEW, 9, SOME]),
        ([2, 5, 5], [FEW, SOME, 5]),
        ([0, 3], [FEW, SOME]),
    ],
)
def test_small_numbers_are_withheld_with_one_more(numbers, shown):
    assert guarded(numbers) == shown


@pytest.mark.parametrize("small", [0, 1, 2])
def test_known_sum_does_not_tell_a_small_number(small):
    """Whatever the small one is, another pair of numbers has the same sum and looks the same."""
    numbers = [small, 8 - small, 20]
    same = [[few, 8 - few, 20] for few in range(3) if few != small]
    assert all(guarded(other) == guarded(numbers) for other in same)


def test_guarded_plot_has_no_bar_for_what_is_withheld():
    plot = PairPlot.guarded("Projects", "A", "B", [("one", 1, 3), ("two", 40, 5)])
    assert plot.rows == [("one", FEW, 3), ("two", SOME, 5)]
    assert plot.most == 5
    assert [str(number) for number in plot.rows[0][1:]] == ["< 3", "3"]


def test_words_are_in_the_readers_language():
    from django.utils.translation import override

    with override("de"):
        assert str(SOME) == "3 oder mehr"
