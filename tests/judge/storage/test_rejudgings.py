"""Judging again: a preview that changes nothing, and a change that keeps what was before."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest

from judge.errors import UsageError
from judge.storage.database import Database
from judge.storage.lease_queue import LeaseQueue
from judge.storage.previews import BothReports, Change, Preview, Rejudging
from judge.storage.queue import REJUDGE
from judge.storage.records import KeepSources, Status
from judge.storage.rejudgings import RejudgingOpenError, RejudgingOverError, Rejudgings
from judge.storage.submissions import Submissions
from judge.storage.tables import REJUDGED, SUBMISSION
from judge.verdict import Verdict
from tests.judge.storage.rows import Clock, new

log = logging.getLogger("tests.storage")

pytestmark = pytest.mark.usefixtures("each_store")

AC, WA, IE = Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.INTERNAL_ERROR


@pytest.fixture
def kept(database: Database, clock: Clock) -> Submissions:
    return Submissions(database, clock, KeepSources.ALL)


@pytest.fixture
def queue(database: Database) -> LeaseQueue:
    return LeaseQueue(database)


@pytest.fixture
def rejudgings(database: Database, queue: LeaseQueue, clock: Clock) -> Rejudgings:
    return Rejudgings(database, queue, clock)


def judged(kept: Submissions, number: int, verdict: Verdict, owner: str = "ann") -> str:
    """Keep a submission that is done; return its id."""
    row, _ = kept.add(new(number, owner))
    assert kept.start(row.id, "lease", 1) is not None
    assert kept.finish(row.id, "lease", verdict, f"report {number}")
    return row.id


def judge_again(queue: LeaseQueue, kept: Submissions, *verdicts: Verdict) -> None:
    """Judge what waits, in its order, with these verdicts."""
    for verdict in verdicts:
        lease = queue.lease("w", 60)
        assert lease is not None
        task = kept.start(lease.id, lease.token, lease.attempt)
        assert task is not None
        assert (task.owner, task.source) == (REJUDGE, b"source")
        assert kept.finish(lease.id, lease.token, verdict, f"again {verdict}")
        assert queue.ack(lease)


def begun(rejudgings: Rejudgings, **more: object) -> Rejudging:
    return rejudgings.begin("lca", who="host", why="a case was wrong", **more)  # type: ignore[arg-type]  # named by tests


def test_a_preview_changes_nothing_and_says_what_would(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings
) -> None:
    """Verdicts before by verdicts now, and each submission whose verdict is another one."""
    ids = [judged(kept, n, verdict) for n, verdict in enumerate((WA, WA, AC))]
    made = begun(rejudgings)
    assert rejudgings.newest("lca") == made
    assert rejudgings.preview(made.id).waiting == 3
    judge_again(queue, kept, AC, WA, AC)
    preview = rejudgings.preview(made.id)
    assert preview.verdicts == {(WA, AC): 1, (WA, WA): 1, (AC, AC): 1}
    assert preview.changes == (Change(ids[0], "ann", WA, AC),)
    assert [kept.report(id_) for id_ in ids] == ["report 0", "report 1", "report 2"]
    assert [row.id for row in kept.page("ann", 10, None)] == ids[::-1], "copies are nobody's"


def test_what_is_applied_keeps_the_report_before(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings, database: Database
) -> None:
    """Those whose verdict is the same keep theirs; to apply it twice changes nothing more."""
    ids = [judged(kept, n, WA) for n in range(2)]
    made = begun(rejudgings)
    judge_again(queue, kept, AC, WA)
    assert rejudgings.apply(made.id) == 1
    found = kept.find(ids[0], "ann")
    assert found is not None
    assert (found.status, found.verdict, kept.report(ids[0])) == (Status.DONE, AC, "again AC")
    assert kept.report(ids[1]) == "report 1"
    with database.read() as connection:
        before = connection.execute(REJUDGED.select().order_by(REJUDGED.c.serial)).mappings().all()
    assert [(one["submission"], one["report"]) for one in before] == [
        (ids[0], "report 0"),
        (ids[1], None),
    ]
    assert rejudgings.apply(made.id) == 0
    newest = rejudgings.newest("lca")
    assert newest is not None
    assert newest.applied_at is not None


def test_only_what_was_asked_for_is_judged_again(
    kept: Submissions, rejudgings: Rejudgings, clock: Clock
) -> None:
    """Since a moment, with a verdict, of the problem, done, and no copy of another rejudging."""
    judged(kept, 1, WA)
    clock.now += 100
    judged(kept, 2, WA)
    judged(kept, 3, AC)
    kept.add(new(4))
    kept.add(replace(new(5), problem="trie"))
    made = begun(rejudgings, since=clock.now - 50, verdict=WA)
    assert rejudgings.preview(made.id).waiting == 1
    assert rejudgings.preview(begun(rejudgings, again=True).id).waiting == 3


def test_what_has_no_source_is_counted_and_left(
    database: Database, clock: Clock, rejudgings: Rejudgings
) -> None:
    """Most hosts keep no sources."""
    judged(Submissions(database, clock, KeepSources.NONE), 1, WA)
    made = begun(rejudgings)
    assert made.without_source == 1
    assert rejudgings.preview(made.id).waiting == 0


def test_the_judges_own_failure_changes_no_verdict(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings
) -> None:
    id_ = judged(kept, 1, WA)
    made = begun(rejudgings)
    judge_again(queue, kept, IE)
    assert (rejudgings.preview(made.id).failed, rejudgings.apply(made.id)) == (1, 0)
    assert kept.report(id_) == "report 1"


def test_it_can_be_stopped_and_resumed(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings
) -> None:
    """What was judged before the stop counts; nothing is applied while some wait."""
    for number in range(3):
        judged(kept, number, WA)
    made = begun(rejudgings)
    judge_again(queue, kept, AC)
    with pytest.raises(UsageError, match="2 submissions are not judged again"):
        rejudgings.apply(made.id)
    assert rejudgings.stop(made.id) == 2
    assert queue.depth().total == 0
    preview = rejudgings.preview(made.id)
    assert (preview.waiting, preview.stopped, len(preview.changes)) == (0, 2, 1)
    assert rejudgings.resume(made.id) == 2
    judge_again(queue, kept, AC, AC)
    assert rejudgings.apply(made.id) == 3


def test_a_verdict_that_is_another_one_by_now_is_left(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings, database: Database
) -> None:
    """A preview of what is no more is not applied to what there is now."""
    id_ = judged(kept, 1, WA)
    made = begun(rejudgings)
    judge_again(queue, kept, AC)
    with database.write() as connection:
        connection.execute(SUBMISSION.update().where(SUBMISSION.c.id == id_).values(verdict="TLE"))
    assert rejudgings.apply(made.id) == 0
    assert kept.report(id_) == "report 1"


def test_what_was_applied_or_begun_anew_changes_nothing_any_more(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings
) -> None:
    """A host who asks once more for an old one does not undo what came after it."""
    id_ = judged(kept, 1, WA)
    old = begun(rejudgings)
    judge_again(queue, kept, AC)
    assert rejudgings.apply(old.id) == 1
    young = begun(rejudgings)
    judge_again(queue, kept, WA)
    assert rejudgings.apply(young.id) == 1
    assert rejudgings.apply(old.id) == 0, "though its verdict before is that of now"
    assert kept.report(id_) == "again WA"
    assert rejudgings.reports(old.id, id_) == BothReports("report 1", "again AC")
    left = begun(rejudgings)
    judge_again(queue, kept, AC)
    newest = begun(rejudgings, again=True)
    for act in (rejudgings.apply, rejudgings.stop, rejudgings.resume):
        with pytest.raises(RejudgingOverError, match=newest.id):
            act(left.id)
    assert kept.report(id_) == "again WA"


def test_what_is_resumed_while_another_host_applies_is_not_lost(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is judged later, so the rejudging stays open for it."""
    for number in range(2):
        judged(kept, number, WA)
    made = begun(rejudgings)
    judge_again(queue, kept, AC)
    rejudgings.stop(made.id)
    plain = rejudgings.preview

    def resumed_after(id_: str) -> Preview:
        found = plain(id_)
        assert rejudgings.resume(id_) == 1
        judge_again(queue, kept, AC)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(rejudgings, "preview", resumed_after)
        with pytest.raises(UsageError, match="resumed meanwhile"):
            rejudgings.apply(made.id)
    assert rejudgings.apply(made.id) == 1
    assert {kept.report(row.id) for row in kept.page("ann", 9, None)} == {"again AC"}


def test_whoever_is_ended_in_the_middle_has_begun_nothing(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the submissions look like all of them; their copies are not judged."""
    monkeypatch.setattr("judge.storage.rejudgings.STRIDE", 1)
    for number in range(3):
        judged(kept, number, WA)
    plain, strides = rejudgings._copy, iter("ab")

    def copy(rejudging: str, ids: Sequence[str]) -> list[str]:
        if next(strides) == "b":
            raise KeyboardInterrupt
        return plain(rejudging, ids)

    with monkeypatch.context() as patched:
        patched.setattr(rejudgings, "_copy", copy)
        with pytest.raises(KeyboardInterrupt):
            begun(rejudgings)
    assert rejudgings.newest("lca") is None
    assert kept.unqueued(queue.ids()) == []
    assert rejudgings.preview(begun(rejudgings).id).waiting == 3
    assert queue.depth().total == 3


def test_two_hosts_who_begin_at_once_judge_once(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who copies more slowly is refused, and nothing of it waits."""
    judged(kept, 1, WA)
    plain, others = rejudgings._copy, []

    def copy(rejudging: str, ids: Sequence[str]) -> list[str]:
        monkeypatch.undo()
        others.append(begun(rejudgings))
        return plain(rejudging, ids)

    monkeypatch.setattr(rejudgings, "_copy", copy)
    with pytest.raises(RejudgingOpenError, match="is open"):
        begun(rejudgings)
    assert rejudgings.page(9) == others
    assert queue.depth().total == 1
    assert kept.unqueued(queue.ids()) == []


def test_the_newest_is_that_which_was_begun_last(
    kept: Submissions, rejudgings: Rejudgings, clock: Clock
) -> None:
    """Another host's clock may be behind, and that of one host be put back."""
    judged(kept, 1, WA)
    begun(rejudgings)
    clock.now -= 3600
    for _ in range(3):
        assert begun(rejudgings, again=True) == rejudgings.newest("lca")


def test_what_was_stopped_in_the_middle_is_begun_anew(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings
) -> None:
    """Whoever judged it then is not heard, before it is resumed and after."""
    judged(kept, 1, WA)
    made = begun(rejudgings)
    late = queue.lease("w", 60)
    assert late is not None
    assert kept.start(late.id, late.token, late.attempt) is not None
    rejudgings.stop(made.id)
    assert not kept.finish(late.id, late.token, WA, "late")
    rejudgings.resume(made.id)
    assert not kept.finish(late.id, late.token, WA, "late")
    judge_again(queue, kept, AC)
    assert not kept.finish(late.id, late.token, WA, "late")
    assert rejudgings.preview(made.id).verdicts == {(WA, AC): 1}


def test_one_of_a_problem_is_open_at_a_time(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings, clock: Clock
) -> None:
    """Two hosts who begin at once do not judge all twice; who begins anew leaves the first out."""
    judged(kept, 1, WA)
    first = begun(rejudgings)
    with pytest.raises(RejudgingOpenError, match=first.id):
        begun(rejudgings)
    clock.now += 1
    second = begun(rejudgings, again=True)
    assert rejudgings.preview(first.id).stopped == 1
    assert queue.depth().total == 1
    assert [one.id for one in rejudgings.page(9)] == [second.id, first.id]
    assert rejudgings.page(9, "trie") == []
    judge_again(queue, kept, WA)
    rejudgings.apply(second.id)
    assert begun(rejudgings).id not in (first.id, second.id)


def test_both_reports_can_be_looked_at(
    kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings
) -> None:
    """Before it is applied and after, of what changed and of what did not."""
    ids = [judged(kept, n, WA) for n in range(2)]
    made = begun(rejudgings)
    assert rejudgings.reports(made.id, ids[0]) == BothReports("report 0", None)
    judge_again(queue, kept, AC, WA)
    both = [BothReports("report 0", "again AC"), BothReports("report 1", "again WA")]
    assert [rejudgings.reports(made.id, id_) for id_ in ids] == both
    rejudgings.apply(made.id)
    assert [rejudgings.reports(made.id, id_) for id_ in ids] == both
    kept.forget(rows_before=2e6, keys_before=0)
    assert rejudgings.reports(made.id, ids[0]) == BothReports("report 0", None)
    assert rejudgings.reports(made.id, "f" * 32) is None


def test_what_was_stopped_is_forgotten_with_its_days(
    kept: Submissions, rejudgings: Rejudgings, clock: Clock
) -> None:
    """A copy that is never resumed is a row like others."""
    judged(kept, 1, WA)
    made = begun(rejudgings)
    rejudgings.stop(made.id)
    assert kept.forget(rows_before=clock.now + 1, keys_before=0) == 2


def test_people_come_first(kept: Submissions, queue: LeaseQueue, rejudgings: Rejudgings) -> None:
    """Four leases in five look at them before."""
    for number in range(8):
        judged(kept, number, WA)
    begun(rejudgings)
    for number in range(10, 18):
        row, _ = kept.add(new(number))
        queue.put(row.id, row.owner, row.urgency)
    leases = [queue.lease("w", 60) for _ in range(10)]
    people = [lease for lease in leases if lease is not None and int(lease.id, 16) < 10**20]
    assert len(people) == 8


@pytest.mark.slow
def test_ten_thousand_hold_up_nobody_and_are_stopped(
    database: Database,
    kept: Submissions,
    queue: LeaseQueue,
    rejudgings: Rejudgings,
    clock: Clock,
) -> None:
    """Who comes while they wait is next; all are left out, resumed, and left out again."""
    many = 10_000
    row: dict[str, object] = {
        "owner": "ann",
        "problem": "lca",
        "language": "python",
        "source": b"source",
    }
    row |= {"urgency": 0, "status": Status.DONE.value, "attempt": 1, "verdict": WA.value}
    row |= {"submitted_at": clock.now, "finished_at": clock.now, "report": "{}"}
    with database.write() as connection:
        rows = [row | {"id": f"{number:032}"} for number in range(many)]
        connection.execute(SUBMISSION.insert(), rows)
    seconds: dict[str, float] = {}

    @contextmanager
    def timed(what: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        seconds[what] = time.monotonic() - began

    with timed("begin"):
        made = begun(rejudgings)
    with timed("preview"):
        assert rejudgings.preview(made.id).waiting == many
    person, _ = kept.add(new(many + 1))
    queue.put(person.id, person.owner, person.urgency)
    with timed("lease"):
        lease = queue.lease("w", 60)
    assert lease is not None
    assert lease.id == person.id
    assert queue.ack(lease)
    with timed("stop"):
        assert rejudgings.stop(made.id) == many
    assert queue.depth().total == 0
    with timed("resume"):
        assert rejudgings.resume(made.id) == many
    assert queue.depth().total == many
    assert rejudgings.stop(made.id) == many
    log.info("%s: %s", type(database).__name__, {one: round(at, 3) for one, at in seconds.items()})
