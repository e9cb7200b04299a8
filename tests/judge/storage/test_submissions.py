from dataclasses import replace
from pathlib import Path

import pytest

from judge.storage.database import Database
from judge.storage.queue import LOCAL_OWNER
from judge.storage.records import KeepSources, KeptSource, Status
from judge.storage.submissions import Submissions
from judge.verdict import Verdict
from tests.judge.storage.rows import Clock, new, opened

pytestmark = pytest.mark.usefixtures("each_store")


@pytest.fixture
def kept(database: Database, clock: Clock) -> Submissions:
    return Submissions(database, clock)


def test_a_submission_is_there_for_every_other_reader_once_add_returns(
    kept: Submissions, tmp_path: Path
) -> None:
    """What was answered with 202 is a committed row: another process sees it."""
    row, fresh = kept.add(new(1))
    other = opened(tmp_path)
    assert fresh
    assert Submissions(other).find(row.id, "ann") == row
    other.close()


def test_another_owners_submission_does_not_exist(kept: Submissions) -> None:
    """It is neither found, listed nor cancelled."""
    row, _ = kept.add(new(1))
    assert kept.find(row.id, "bob") is None
    assert not kept.cancel(row.id, "bob")
    assert kept.page("bob", 10, None) == []


def test_a_report_is_written_once(kept: Submissions) -> None:
    """A second report of the same attempt changes nothing, and the source is gone."""
    row, _ = kept.add(new(1))
    assert kept.start(row.id, "lease", 1) is not None
    assert kept.finish(row.id, "lease", Verdict.ACCEPTED, "first")
    assert not kept.finish(row.id, "lease", Verdict.WRONG_ANSWER, "second")
    found = kept.find(row.id, "ann")
    assert found is not None
    assert (found.status, found.verdict) == (Status.DONE, Verdict.ACCEPTED)
    assert kept.report(row.id) == "first"


@pytest.mark.parametrize("keep", KeepSources)
def test_a_source_stays_as_long_as_its_owner_is_told(
    keep: KeepSources, database: Database, clock: Clock
) -> None:
    """Until it is over in any case; then, where it is kept, with the report or without one."""
    kept = Submissions(database, clock, keep)
    for first, owner, stays in (
        (1, LOCAL_OWNER, keep is not KeepSources.NONE),
        (3, "ann", keep is KeepSources.ALL),
    ):
        rows = done, given_up = [kept.add(new(first + at, owner))[0] for at in (0, 1)]
        assert kept.start(done.id, "lease", 1) is not None
        assert [kept.source(row.id) for row in rows] == [KeptSource(b"source", "python")] * 2
        assert kept.finish(done.id, "lease", Verdict.ACCEPTED, "report")
        assert kept.cancel(given_up.id, owner)
        left = KeptSource(b"source" if stays else b"", "python")
        assert [kept.source(row.id) for row in rows] == [left] * 2
    assert kept.source("nobody") is None


def test_a_worker_that_wakes_late_cannot_overwrite(kept: Submissions) -> None:
    """Only the newest attempt is heard, whether the late one was about to start or to finish."""
    row, _ = kept.add(new(1))
    assert kept.start(row.id, "old", 1) is not None
    assert kept.start(row.id, "new", 2) is not None
    assert kept.start(row.id, "old again", 1) is None
    assert not kept.finish(row.id, "old", Verdict.WRONG_ANSWER, "late")
    assert not kept.put_back(row.id, "old")
    assert kept.finish(row.id, "new", Verdict.ACCEPTED, "good")
    assert kept.report(row.id) == "good"


def test_what_is_cancelled_gets_no_report(kept: Submissions) -> None:
    """A worker that is at it is not heard any more, and nobody takes it up again."""
    row, _ = kept.add(new(1))
    assert kept.start(row.id, "lease", 1) is not None
    assert kept.cancel(row.id, "ann")
    assert not kept.finish(row.id, "lease", Verdict.ACCEPTED, "late")
    assert kept.start(row.id, "other", 2) is None
    assert not kept.cancel(row.id, "ann")


def test_a_key_names_one_submission_of_one_owner(kept: Submissions) -> None:
    """The first row answers every repetition; another owner's same key is another key."""
    first, fresh = kept.add(new(1, key="k"))
    again, repeated = kept.add(new(2, key="k", body="other"))
    other, others = kept.add(new(3, owner="bob", key="k"))
    assert (fresh, repeated, others) == (True, False, True)
    assert again == first
    assert other.id != first.id


def test_pages_show_every_submission_once_newest_first(kept: Submissions) -> None:
    """However many others are handed in meanwhile."""
    for number in range(5):
        kept.add(new(number))
    seen, after = [], None
    while page := kept.page("ann", 2, after):
        seen += [int(row.id) for row in page]
        after = page[-1].id
        kept.add(new(100 + len(seen)))
    assert seen == [4, 3, 2, 1, 0]


def test_a_page_may_be_of_one_problem(kept: Submissions) -> None:
    """Others in between neither show nor count."""
    mine = [kept.add(replace(new(number), problem="lca"))[0].id for number in range(3)]
    kept.add(replace(new(9), problem="kth-largest"))
    first = kept.page("ann", 2, None, "lca")
    assert [row.id for row in first] == mine[:0:-1]
    assert [row.id for row in kept.page("ann", 2, first[-1].id, "lca")] == mine[:1]


@pytest.mark.parametrize(
    ("source", "report", "keep", "listed"),
    [
        (b"x = 1", '{"runtime": {"ratio": 0.59}}', KeepSources.ALL, (True, 0.59)),
        (b"x = 1", '{"runtime": {"ratio": 0.59}}', KeepSources.NONE, (False, 0.59)),
        (b"x = 1", '{"runtime": null, "summary": "\\ud800"}', KeepSources.ALL, (True, None)),
        (b"x = 1", "no report", KeepSources.NONE, (False, None)),
        (b"", '{"submission": {"bytes": 0}}', KeepSources.NONE, (True, None)),
    ],
)
def test_a_list_tells_what_is_kept_and_how_fast_it_was(
    database: Database, source: bytes, report: str, keep: KeepSources, listed: tuple[bool, object]
) -> None:
    """Without its sources and reports; one report that cannot be read hides no other line."""
    kept = Submissions(database, keep=keep)
    row, _ = kept.add(replace(new(1), source=source))
    [line] = kept.page("ann", 10, None)
    assert (line.has_source, line.ratio) == (True, None)
    kept.start(row.id, "lease", 1)
    kept.finish(row.id, "lease", Verdict.ACCEPTED, report)
    [line] = kept.page("ann", 10, None)
    assert (line.has_source, line.ratio) == listed


def test_old_ones_are_forgotten_and_open_ones_never(kept: Submissions, clock: Clock) -> None:
    """The file stays bounded; what waits is kept however old it is."""
    done, _ = kept.add(new(1, key="k"))
    kept.start(done.id, "lease", 1)
    kept.finish(done.id, "lease", Verdict.ACCEPTED, "report")
    waiting, _ = kept.add(new(2))
    clock.now += 100
    assert kept.forget(rows_before=0, keys_before=clock.now) == 0
    assert kept.add(new(3, key="k"))[1], "the key is free again"
    assert kept.forget(rows_before=clock.now, keys_before=0) == 1
    assert kept.find(done.id, "ann") is None
    assert kept.find(waiting.id, "ann") is not None


def test_counts_are_an_owners_own(kept: Submissions, clock: Clock) -> None:
    """Quotas look at the rows, so a restart forgives nobody."""
    kept.add(new(1))
    clock.now += 50
    kept.add(new(2))
    kept.add(new(3, owner="bob"))
    assert kept.ages("ann", 100) == [50, 0]
    assert kept.ages("ann", 50) == [0]
    clock.now -= 1_000
    assert kept.ages("ann", 100) == [0, 0]
    assert kept.open_of("ann") == 2


def test_what_the_queue_lacks_is_found(kept: Submissions) -> None:
    """Open rows whose ids are in no queue; what is over needs none."""
    waiting, running, queued, done = (kept.add(new(number))[0] for number in range(4))
    kept.start(running.id, "lease", 1)
    kept.start(done.id, "lease", 1)
    kept.finish(done.id, "lease", Verdict.ACCEPTED, "report")
    found = kept.unqueued({queued.id, "of another store"})
    assert [row.id for row in found] == [waiting.id, running.id]
