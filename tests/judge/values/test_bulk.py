import gc

import pytest

from judge.values import no_collections


def test_the_collector_is_away_and_comes_back() -> None:
    """Inside, also where it was nested or failed."""
    with no_collections():
        assert not gc.isenabled()
        with no_collections():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="inside"), no_collections():
        raise ValueError("inside")
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off() -> None:
    """The command line does, until its first verdict."""
    gc.disable()
    try:
        with no_collections():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
