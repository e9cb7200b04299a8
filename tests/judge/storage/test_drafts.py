from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.storage import drafts as module
from judge.storage.drafts import (
    DRAFT_BYTES,
    MOST_DRAFTS,
    MOST_VERSIONS,
    VERSION_SECONDS,
    Draft,
    Drafts,
    DraftTooLargeError,
    NewDraft,
)
from tests.judge.storage.rows import Clock, opened

LINE = b"    return the_lowest_of_all_the_ancestors(root)\n"


pytestmark = pytest.mark.usefixtures("each_store")


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Drafts]:
    database = opened(tmp_path)
    yield Drafts(database, clock)
    database.close()


def text(source: bytes, client: str = "one", serial: int = 1, *inputs: str) -> NewDraft:
    return NewDraft(client=client, serial=serial, language="python", source=source, inputs=inputs)


def unseen(_head: Draft) -> bool:
    return False


def sources(kept: Drafts, owner: str = "ann", problem: str = "lca") -> list[bytes]:
    return [one.source for one in kept.versions(owner, problem)]


def test_a_text_comes_back_with_its_inputs(kept: Drafts) -> None:
    """Of its owner and its problem alone, whatever bytes and surrogates it holds."""
    new = text(b"\xed\xa0\x80\r\n\0", "one", 7, '{"root": []}', "\ud800")
    assert kept.head("ann", "lca") is None
    assert kept.put("ann", "lca", new, unseen).taken
    head = kept.head("ann", "lca")
    assert head is not None
    assert (head.source, head.inputs, head.serial, head.tag) == (
        new.source,
        new.inputs,
        7,
        new.tag,
    )
    assert kept.head("bob", "lca") is None
    assert kept.head("ann", "trie") is None


def test_typing_on_makes_no_versions(kept: Drafts) -> None:
    """Hundreds of texts, each a little longer, are one."""
    for size in range(200):
        assert kept.put("ann", "lca", text(b"x" * size, serial=size), unseen).taken
    assert sources(kept) == [b"x" * 199]


def test_what_is_removed_at_once_is_kept(kept: Drafts) -> None:
    """Reset, or everything selected and overwritten: the text from before can be looked at."""
    kept.put("ann", "lca", text(b"def f():\n" + LINE), unseen)
    kept.put("ann", "lca", text(b"def f():\n    ...\n", serial=2), unseen)
    assert sources(kept) == [b"def f():\n    ...\n", b"def f():\n" + LINE]


def test_a_text_that_is_long_worked_on_is_kept_now_and_then(kept: Drafts, clock: Clock) -> None:
    for minute in range(11):
        kept.put("ann", "lca", text(b"x" * minute, serial=minute), unseen)
        clock.now += 60
    assert len(sources(kept)) == 1 + 11 * 60 // VERSION_SECONDS


def test_a_page_that_has_not_seen_the_text_puts_its_own_beside_it(kept: Drafts) -> None:
    """Two tabs: neither takes anything from the other, however often the second one sends."""
    kept.put("ann", "lca", text(b"mine"), unseen)
    for number in range(3):
        found = kept.put("ann", "lca", text(b"theirs" + b"!" * number, "two", number), unseen)
        assert (found.taken, found.head.source) == (False, b"mine")
    assert sorted(sources(kept)) == [b"mine", b"theirs!!"]
    assert [one.head for one in kept.versions("ann", "lca") if one.source == b"mine"] == [True]


def test_a_page_that_has_seen_the_text_replaces_it(kept: Drafts) -> None:
    """And the one of the other page stays as a version."""
    first = kept.put("ann", "lca", text(b"mine"), unseen).head
    found = kept.put("ann", "lca", text(b"theirs", "two"), lambda head: head.tag == first.tag)
    assert (found.taken, found.head.source) == (True, b"theirs")
    assert sources(kept) == [b"theirs", b"mine"]


def test_the_same_text_is_never_a_conflict(kept: Drafts) -> None:
    """A request that is sent again, or a second tab with the same text."""
    for client, serial in [("one", 5), ("one", 5), ("two", 1), ("one", 4)]:
        assert kept.put("ann", "lca", text(b"same", client, serial), unseen).taken
    assert sources(kept) == [b"same"]
    assert not kept.put("ann", "lca", text(b"same", "two", 1, "{}"), unseen).taken, "other inputs"


def test_what_comes_late_takes_nothing_back(kept: Drafts) -> None:
    """Requests of one page may overtake each other."""
    kept.put("ann", "lca", text(b"newer", serial=18), unseen)
    late = kept.put("ann", "lca", text(b"older", serial=17), unseen)
    assert (late.taken, late.head.source) == (False, b"newer")
    assert sorted(sources(kept)) == [b"newer", b"older"]


def test_the_newest_versions_of_a_problem_are_kept(kept: Drafts, clock: Clock) -> None:
    for number in range(MOST_VERSIONS + 5):
        kept.put("ann", "lca", text(b"%d" % number, str(number)), lambda _: True)
        clock.now += 1
    found = sources(kept)
    assert found == [b"%d" % number for number in range(MOST_VERSIONS + 4, 4, -1)]


def test_an_owner_has_room_for_so_many_and_others_are_not_asked(
    kept: Drafts, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Versions go before the texts of other problems, the oldest first."""
    monkeypatch.setattr(module, "MOST_DRAFTS", 4)
    kept.put("bob", "p0", text(b"bob's"), unseen)
    for problem, client in [("p0", "a"), ("p0", "b"), ("p1", "a"), ("p2", "a"), ("p3", "a")]:
        kept.put("ann", problem, text(client.encode(), client), lambda _: True)
        clock.now += 1
    assert sources(kept, problem="p0") == [b"b"], "its version made way"
    kept.put("ann", "p4", text(b"a"), unseen)
    assert [len(sources(kept, problem=f"p{n}")) for n in range(5)] == [0, 1, 1, 1, 1]
    assert sources(kept, "bob", "p0") == [b"bob's"]
    assert MOST_DRAFTS == 200


def test_a_draft_is_as_large_as_a_source_may_be(kept: Drafts) -> None:
    kept.put("ann", "lca", text(b"x" * DRAFT_BYTES), unseen)
    with pytest.raises(DraftTooLargeError):
        kept.put("ann", "lca", text(b"x" * DRAFT_BYTES, "one", 2, "{}"), unseen)
    assert [len(one) for one in sources(kept)] == [DRAFT_BYTES]


def test_a_version_is_found_by_its_id_and_forgotten_with_the_rest(kept: Drafts) -> None:
    kept.put("ann", "lca", text(b"mine"), unseen)
    kept.put("ann", "lca", text(b"theirs", "two"), unseen)
    ids = [one.id for one in kept.versions("ann", "lca")]
    assert {getattr(kept.version("ann", "lca", id_), "source", None) for id_ in ids} == {
        b"mine",
        b"theirs",
    }
    assert kept.version("bob", "lca", ids[0]) is None
    assert kept.version("ann", "trie", ids[0]) is None
    kept.delete("bob", "lca")
    assert len(kept.versions("ann", "lca")) == 2
    kept.delete("ann", "lca")
    assert kept.versions("ann", "lca") == []


@given(st.binary(max_size=8), st.binary(max_size=8), st.binary(max_size=8), st.binary(max_size=8))
def test_what_is_removed_is_counted_between_what_stays(
    start: bytes, old: bytes, new: bytes, end: bytes
) -> None:
    assert 0 <= module._removed(start + old + end, start + new + end) <= len(old)
    assert module._removed(start + end, start + new + end) == 0
    assert module._removed(start, start) == 0
