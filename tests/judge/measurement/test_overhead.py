"""What counts as the submission's time: its calls, and work that was moved elsewhere."""

import pytest

from judge.measurement.interval import Interval, median_interval
from judge.measurement.noise import noise_note, spread, waiting
from judge.measurement.overhead import charge
from judge.measurement.pairs import Pair, PairReadings, Turn, uneven_seconds
from judge.measurement.refusal import IncomparableError, UnbelievableError


def taken(
    own: tuple[float, float], other: tuple[float, float], *, rests: tuple[float, float] = (1, 1)
) -> PairReadings:
    """Return thirteen equal pairs of (call, side) milliseconds; the runner's share is 0.1."""
    pair = Pair(_turn(own), _turn(other))
    rest = (rests[0] * 1e-3, rests[1] * 1e-3)
    return PairReadings([pair] * 13, [1e-4] * 4, [rest, rest], 15)


def _turn(milliseconds: tuple[float, float]) -> Turn:
    call, side = milliseconds
    return Turn(call * 1e-3, side * 1e-3, 2 * call * 1e-3)


def test_the_runners_share_is_no_work() -> None:
    """2.1 ms against 1.1 ms are 2 ms against 1 ms of work."""
    charged = charge(taken((2.1, 5), (1.1, 5)))
    assert charged is not None
    assert charged.ratios == pytest.approx([2.0] * 13)
    assert charged.notes() == []


def test_work_beside_the_calls_is_charged_where_it_is_surely_more() -> None:
    """3 ms more than the reference's while arguments are built; 2 % more is noise."""
    charged = charge(taken((1.1, 8), (1.1, 5)))
    assert charged is not None
    assert charged.ratios == pytest.approx([4.0] * 13)
    (note,) = charged.notes()
    assert note.code == "work_beside_call"
    assert "75% of the runtime shown" in note.message
    little = charge(taken((1.1, 5.1), (1.1, 5)))
    assert little is not None
    assert little.ratios == pytest.approx([1.0] * 13)


def test_a_few_pairs_without_work_beside_the_calls_free_none() -> None:
    """What is done after an answer may be read with the next turn; one hiccup is nobody's work."""
    late = [_turn((0.1, side)) for side in (2.8, 0.1, 1.4, 2.6, 0.1, 2.6, 0.1, 2.6, 0.1)]
    other = _turn((1.1, 0.1))
    charged = charge(PairReadings([Pair(own, other) for own in late], [1e-4] * 4, [], 9))
    assert charged is not None
    assert median_interval(charged.ratios).median == pytest.approx(1.25)
    turns = [_turn((1.1, side)) for side in (0.1, 0.1, 0.1, 9, 0.1, 0.1, 0.1, 0.1, 0.1)]
    once = charge(PairReadings([Pair(own, other) for own in turns], [1e-4] * 4, [], 9))
    assert once is not None
    assert median_interval(once.ratios).median == pytest.approx(1.0)


def test_arguments_that_are_built_too_fast_are_no_figure() -> None:
    """Less than half of the least that the reference's take; what is left from a turn is not it."""
    other = [Turn(1e-3, 9e-3, 2e-3, prepare) for prepare in (4e-3, 6e-3, 9e-3)]
    for prepare, refused in ((1.6e-3, True), (2.4e-3, False)):
        own = Turn(1e-3, 9e-3, 2e-3, prepare)
        readings = PairReadings([Pair(own, one) for one in other * 3], [1e-4], [], 9)
        if refused:
            with pytest.raises(UnbelievableError, match="built in 40% of the time"):
                charge(readings)
        else:
            assert charge(readings) is not None


def test_time_saved_before_the_call_pays_for_no_work_after_it() -> None:
    """Both sides take 6 ms: 2.8 ms less to build the arguments, 2.8 ms more to read the answer."""
    own, other = Turn(1.1e-3, 6e-3, 2e-3, 3.1e-3, 2.9e-3), Turn(1.1e-3, 6e-3, 2e-3, 5.9e-3, 1e-4)
    charged = charge(PairReadings([Pair(own, other)] * 9, [1e-4], [], 9))
    assert charged is not None
    assert charged.ratios == pytest.approx([3.8] * 9)


def test_work_while_loading_is_shared_out_over_the_turns() -> None:
    """Two programs of 66 ms, six of them free each: 120 ms over 15 turns are 8 ms a turn."""
    charged = charge(taken((1.1, 5), (1.1, 5), rests=(66, 1)))
    assert charged is not None
    assert charged.ratios == pytest.approx([9.0] * 13)
    assert [note.code for note in charged.notes()] == ["work_while_loading"]
    imports = charge(taken((1.1, 5), (1.1, 5), rests=(5, 1)))
    assert imports is not None
    assert imports.ratios == pytest.approx([1.0] * 13)


def test_a_reference_that_hardly_works_is_no_measure() -> None:
    """Its turn is the runner's share alone."""
    assert charge(taken((1.1, 5), (0.1, 5))) is None


def test_noise_is_told_when_the_interval_stays_wide() -> None:
    """The words hold how far two runs of the same code differ, and how long they waited."""
    pairs = [Pair(_turn((1, 1)), _turn((1.0 if number % 2 else 1.2, 1))) for number in range(13)]
    assert spread(pairs) == pytest.approx(0.19, abs=0.01)
    assert waiting(pairs) == pytest.approx(0.5)
    assert noise_note(pairs, Interval(1.0, 0.98, 1.02), 0.05) is None
    note = noise_note(pairs, Interval(1.0, 0.8, 1.2), 0.05)
    assert note is not None
    assert "19%" in note.message
    assert "50%" in note.message


def test_calls_that_take_less_than_none_are_refused() -> None:
    """A program that has put something of its own in the runner's place does so."""
    with pytest.raises(IncomparableError, match="calls that do nothing"):
        charge(taken((0.05, 5), (1.1, 5)))
    assert charge(taken((0.2, 5), (1.1, 5))) is not None


def test_work_that_cannot_be_seen_is_no_ratio() -> None:
    """A twentieth of the reference's is the least; what is charged from elsewhere is seen."""
    for call in (0.08, 0.1, 0.14):
        with pytest.raises(IncomparableError, match="as little time as calls that do nothing"):
            charge(taken((call, 5), (1.1, 5)))
    for own, rests in (((0.16, 5), (1, 1)), ((0.1, 6), (1, 1)), ((0.1, 5), (20, 1))):
        charged = charge(taken(own, (1.1, 5), rests=rests))
        assert charged is not None
        assert min(charged.ratios) > 0.05


def test_a_reference_below_the_error_of_the_clock_is_no_measure() -> None:
    """Whatever part of its turn that is, and whatever the submission's turn took."""
    assert charge(taken((0.02, 5), (0.12, 5))) is None


def test_single_turns_that_are_long_are_counted_apart() -> None:
    """A block's median knows nothing of the first, or of any one; inputs may differ by half."""
    even = [_turn((1, 1)), _turn((1.4, 1.4)), _turn((1, 1)), _turn((0.9, 1))]
    assert uneven_seconds(even) == 0.0
    assert uneven_seconds([_turn((90, 3)), *even[2:], *even[2:]]) == pytest.approx(0.090)
    assert uneven_seconds([*even, *even, _turn((1, 33))]) == pytest.approx(0.031)
