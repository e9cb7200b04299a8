import hashlib
import json
import lzma
import os
import random
import stat
import threading
import time
import zlib
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from judge.errors import HostError, ProblemError
from judge.events import CorpusBuilding, result_of
from judge.problems.case import LZMA_MAGIC, VERY_LONG_BYTES, Answer, Case, Group, PackedJson
from judge.problems.corpus import Corpus, corpus_path, load_corpus, save_corpus, shipped_corpus_path
from judge.problems.corpus_body import LONG_BYTES
from judge.problems.corpus_build import Play, build_corpus
from judge.problems.problem import Problem
from judge.reduction.weights import weight
from judge.values.json_form import canonical_json, json_bytes
from tests.packages import DOUBLE, double


def answer(arguments: dict[str, Any]) -> Answer:
    """Answer as the reference does, without a sandbox."""
    return Answer(2 * arguments["n"], 0.25)


def built(problem: Problem, play: Play = answer) -> Corpus:
    """Build a corpus to its end."""
    return result_of(build_corpus(problem, play, generated=40))


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return double(tmp_path)


@pytest.fixture
def corpus(problem: Problem) -> Corpus:
    return built(problem)


@pytest.fixture
def kept(tmp_path: Path, problem: Problem, corpus: Corpus) -> Path:
    path = corpus_path(tmp_path / "cache", problem)
    save_corpus(path, problem, corpus)
    return path


def test_groups_come_in_order_and_each_input_once(corpus: Corpus) -> None:
    """Samples first, then edges, generated from small to large, then scale; no input twice."""
    groups = [case.group for case in corpus.cases]
    order = [Group.SAMPLE, Group.EDGE, Group.GENERATED, Group.SCALE]
    assert groups == sorted(groups, key=order.index)
    assert [groups.count(group) for group in order] == [1, 2, 40, 2]
    small, large = corpus.small(), corpus.large()
    assert (*small, *large) == corpus.cases
    assert (len(corpus.samples()), len(small), len(large)) == (1, 43, 2)
    texts = [canonical_json(case.arguments) for case in corpus.cases]
    assert len(set(texts)) == len(texts)
    weights = [weight(c.arguments) for c in corpus.cases if c.group is Group.GENERATED]
    assert weights == sorted(weights)


def test_a_case_carries_the_answer_its_time_and_its_size(corpus: Corpus) -> None:
    """What the reference said and spent is kept with the input."""
    for case in corpus.cases:
        assert case.expected == 2 * case.arguments["n"]
        assert case.reference_cpu_seconds == 0.25
    assert [case.size for case in corpus.cases if case.group is Group.SCALE] == [10_000, 200_000]
    assert json.loads(corpus.cases[0].arguments_json) == [2, "two"]


def test_a_sample_expects_what_the_statement_says(problem: Problem) -> None:
    """A wrong reference cannot bend the statement's own example."""
    sample, edge, *_ = built(problem, lambda _: Answer(-1, 0.0)).cases
    assert sample.expected == 4
    assert edge.expected == -1


def test_the_same_version_gives_the_same_corpus(tmp_path: Path, corpus: Corpus) -> None:
    """Nothing hangs on the time of day or on the process."""
    assert built(double(tmp_path)) == corpus


def test_progress_goes_from_nothing_to_all(problem: Problem) -> None:
    """The bar starts at 0 and ends full."""
    steps = list(build_corpus(problem, answer, generated=40))
    assert steps[0] == CorpusBuilding(0, 45)
    assert steps[-1] == CorpusBuilding(45, 45)


def test_an_input_outside_the_constraints_is_the_authors_fault(tmp_path: Path) -> None:
    """The message names the strategy, the input and the reason."""
    wrong = DOUBLE.replace('{"n": 0, "text": ""}', '{"n": 1000, "text": "long" * 200}')
    with pytest.raises(ProblemError) as caught:
        built(double(tmp_path, wrong))
    (fault,) = caught.value.faults
    assert (fault.path, fault.field) == ("strategies.py", "edges()")
    assert "n is out of range" in fault.values
    assert '"n":1000' in fault.values
    assert len(fault.values) < 250


def test_what_is_kept_is_read_back(kept: Path, problem: Problem, corpus: Corpus) -> None:
    """Every byte of every case survives the file."""
    loaded = load_corpus(kept, problem)
    assert loaded is not None
    assert [told(case) for case in loaded.cases] == [told(case) for case in corpus.cases]
    assert all(case.interface == problem.interface for case in loaded.cases)


def test_cases_of_any_order_and_with_figures_are_read_back(kept: Path, problem: Problem) -> None:
    """A kind that makes its cases itself counts them as it likes; times are whole microseconds."""
    said = [(Group.EDGE, 4, {"steps": 1}), (Group.EDGE, 5, {}), (Group.SAMPLE, 5, {"steps": 2})]
    cases = tuple(
        problem.case(group, index, b"[1]", Answer("é", 0.00123456, figures), size=index % 2 or None)
        for group, index, figures in said
    )
    save_corpus(kept, problem, Corpus(problem.home.version, cases))
    loaded = load_corpus(kept, problem)
    assert loaded is not None
    assert {case.reference_cpu_seconds for case in loaded.cases} == {0.001235}
    cases = tuple(replace(case, reference_cpu_seconds=0.001235) for case in cases)
    assert [told(case) for case in loaded.cases] == [told(case) for case in cases]


def test_long_cases_stay_packed_until_they_are_read(kept: Path, problem: Problem) -> None:
    """Reading the corpus does not unpack what may never be played."""
    loaded = load_corpus(kept, problem)
    assert loaded is not None
    last = loaded.cases[-1].arguments_text
    assert last.packed_from is not None
    assert len(last.stored) < last.packed_from / 20
    assert len(last.read()) == last.packed_from


@pytest.mark.parametrize("keep", [0, 1, 30, 200, 400, -1])
def test_a_cut_file_is_not_believed(kept: Path, problem: Problem, keep: int) -> None:
    """A file that ends early is built again."""
    kept.write_bytes(kept.read_bytes()[:keep])
    assert load_corpus(kept, problem) is None


def test_a_changed_byte_is_noticed_wherever_it_is(kept: Path, problem: Problem) -> None:
    """No flipped bit gives another corpus, and none gives an exception."""
    whole = kept.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 300)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert load_corpus(kept, problem) is None


def test_a_corpus_of_another_version_is_stale(kept: Path, problem: Problem) -> None:
    """A package that has changed gets a new corpus, whatever the file is called."""
    assert load_corpus(kept, replace(problem, version="0" * 64)) is None
    assert load_corpus(kept, replace(problem, slug="triple")) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xff\xff\xff",
        (9).to_bytes(4, "big") + b"not zlib!",
        zlib.compress(b"[]\n"),
        len(zlib.compress(b"[[]]\n")).to_bytes(4, "big") + zlib.compress(b"[[]]\n"),
        len(zlib.compress(b"[" * 99_999)).to_bytes(4, "big") + zlib.compress(b"[" * 99_999),
    ],
)
def test_a_forged_body_with_a_right_checksum_is_no_crash(
    kept: Path, problem: Problem, body: bytes
) -> None:
    """Whatever is in the file, the worst that happens is that it is built again."""
    forge(kept, body)
    assert load_corpus(kept, problem) is None


@pytest.mark.parametrize(
    ("text", "by_lzma"),
    [
        pytest.param(b"12,34," * 1_000, False, id="short"),
        pytest.param(
            random.Random(1).randbytes(40_000).hex().encode(), False, id="nothing to find"
        ),
        pytest.param(random.Random(1).randbytes(40_000).hex().encode() * 2, True, id="far apart"),
        pytest.param(bytes(VERY_LONG_BYTES), True, id="very long"),
    ],
)
def test_a_text_is_packed_by_what_makes_it_much_shorter(text: bytes, *, by_lzma: bool) -> None:
    """And it is read back, to its length and no further."""
    packed = PackedJson.packed(text)
    assert packed.stored.startswith(LZMA_MAGIC) is by_lzma
    assert packed.read() == text


def test_a_text_of_a_wheel_is_packed_by_what_makes_it_shorter() -> None:
    """It is packed once and loaded by many; a little gain is not worth a slower reading."""
    counted = ",".join(map(str, range(7_000))).encode()
    drawn = ",".join(map(str, random.Random(1).sample(range(30_000), 7_000))).encode()
    for text, by_lzma in ((counted, True), (drawn, False)):
        quick = PackedJson.packed(text)
        assert not quick.stored.startswith(LZMA_MAGIC)
        packed = PackedJson.packed(text, thorough=True)
        assert packed.stored.startswith(LZMA_MAGIC) is by_lzma
        assert len(packed.stored) < 0.99 * len(quick.stored)
        assert packed.read() == text


def test_a_corpus_is_written_again_without_packing_anew(
    kept: Path, problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Millions of calls take seconds to pack, and lower limits change none of them."""
    corpus = load_corpus(kept, problem)
    assert corpus is not None
    assert any(case.arguments_text.packed_from for case in corpus.cases)
    before = kept.read_bytes()
    monkeypatch.delattr("judge.problems.case._by_lzma")
    save_corpus(kept, problem, corpus)
    assert kept.read_bytes() == before


def test_a_corpus_that_is_packed_thoroughly_is_smaller_and_holds_the_same(
    tmp_path: Path, problem: Problem
) -> None:
    """Its text is as those of design questions: a few names, and times that grow."""
    chance = random.Random(1)
    steps = [chance.randrange(3) for _ in range(20_000)]
    text = "".join(f"user{chance.randrange(50)} at {at};" for at in accumulate(steps))
    case = problem.case(Group.SCALE, 0, json_bytes([1, text]), Answer(2, 0.25))
    sizes = []
    for thorough in (False, True):
        path = tmp_path / f"{thorough}.corpus"
        corpus = Corpus(problem.home.version, (case,))
        save_corpus(path, problem, corpus, thorough=thorough)
        sizes.append(path.stat().st_size)
        found = load_corpus(path, problem)
        assert found is not None
        assert found.cases[0].arguments == {"n": 1, "text": text}
    assert sizes[1] < 0.75 * sizes[0], sizes


@pytest.mark.parametrize(
    ("stored", "length"),
    [
        (lzma.compress(bytes(40_000))[:60], 40_000),
        (LZMA_MAGIC + b"and no more", 40_000),
        (lzma.compress(bytes(40_000)), 40_001),
        (zlib.compress(bytes(40_000)), 40_001),
        (zlib.compress(bytes(40_000))[:20], 40_000),
        (b"neither", 40_000),
        (lzma.compress(bytes(40_000), preset=9), 40_000),
    ],
)
def test_a_forged_long_text_is_a_clear_error(stored: bytes, length: int) -> None:
    """It is read long after the file was; so is one whose header asks for much memory."""
    with pytest.raises(HostError, match="remove the folder"):
        PackedJson(stored, length).read()


@pytest.mark.parametrize("length", [-1, 0, 2**40, None, "9"])
def test_a_forged_length_is_built_again(kept: Path, problem: Problem, length: object) -> None:
    """Nobody sets memory aside for a text of a terabyte."""
    packed = zlib.compress(b"1")
    forge(kept, body_of(index_of([0, 0, length, len(packed)]), b"1") + packed, count=1)
    assert load_corpus(kept, problem) is None
    row = ["scale", 0, 9, None, length, len(packed), 1, None]
    forge(kept, body_of(json.dumps([row]).encode() + b"\n1") + packed, count=1, format=6)
    assert load_corpus(kept, problem) is None


@pytest.mark.parametrize(
    ("changed", "texts"),
    [
        ({"runs": [["sample", 0, 2**60]]}, b"[2]\x004"),
        ({"runs": []}, b"[2]\x004"),
        ({"runs": [["samples", 0, 1]]}, b"[2]\x004"),
        ({"microseconds": [None, None]}, b"[2]\x004"),
        ({}, b""),
        ({}, b"[2]"),
        ({}, b"[2]\x004\x004"),
    ],
)
def test_a_forged_index_is_built_again(
    kept: Path, problem: Problem, changed: dict[str, Any], texts: bytes
) -> None:
    """As many cases as the header says, each in a known group and with its two texts."""
    forge(kept, body_of(index_of(), b"[2]\x004"), count=1)
    assert load_corpus(kept, problem) is not None
    forge(kept, body_of(index_of(**changed), texts), count=1)
    assert load_corpus(kept, problem) is None


@pytest.mark.parametrize("older", [4, 5, 6])
def test_a_corpus_of_before_is_read(
    kept: Path, problem: Problem, corpus: Corpus, older: int
) -> None:
    """Whoever has a newer judge keeps the corpora that an older one has made."""
    rows: list[list[Any]] = []
    short, long = b"", b""
    for case in corpus.cases:
        row: list[Any] = [case.group.value, case.index, case.size, case.reference_cpu_seconds]
        for text in (case.arguments_json, case.expected_json):
            packed = zlib.compress(text) if len(text) > LONG_BYTES else None
            row += [len(text), packed and len(packed)]
            short, long = (short, long + packed) if packed else (short + text, long)
        rows.append(row)
    forge(kept, body_of(json.dumps(rows).encode() + b"\n" + short) + long, format=older)
    found = load_corpus(kept, problem)
    assert found is not None
    assert [told(case) for case in found.cases] == [told(case) for case in corpus.cases]


@pytest.mark.parametrize("alike", [True, False])
def test_texts_lie_in_the_order_that_is_shorter(
    kept: Path, problem: Problem, *, alike: bool
) -> None:
    """Answers beside their arguments or beside one another, with a long one among them."""
    chance = random.Random(1)
    cases = []
    for number in range(20):
        text = chance.randbytes(2_000 if number != 7 else LONG_BYTES).hex()
        expected = text if alike else chance.choices("01", k=300)
        cases.append(problem.case(Group.EDGE, number, json_bytes([text]), Answer(expected)))
    save_corpus(kept, problem, Corpus(problem.home.version, tuple(cases)), thorough=True)
    body = kept.read_bytes().partition(b"\n")[2]
    index = json.loads(zlib.decompressobj().decompress(body[4:]))
    assert index["apart"] is not alike
    loaded = load_corpus(kept, problem)
    assert loaded is not None
    assert [told(case) for case in loaded.cases] == [told(case) for case in cases]


def test_a_corpus_of_long_texts_alone_is_read_back(kept: Path, problem: Problem) -> None:
    """There is nothing in its block of small ones."""
    case = problem.case(Group.SCALE, 0, json_bytes(["n" * LONG_BYTES]), Answer("m" * LONG_BYTES))
    save_corpus(kept, problem, Corpus(problem.home.version, (case,)))
    loaded = load_corpus(kept, problem)
    assert loaded is not None
    assert told(loaded.cases[0]) == told(case)


def told(case: Case) -> tuple[Any, ...]:
    """Return all that a case says, whether its texts are packed or not."""
    texts = case.arguments_json, case.expected_json
    return (case.group, case.index, case.size, case.reference_cpu_seconds, case.figures, *texts)


def index_of(*long: list[Any], **changed: Any) -> bytes:
    """Return the index of one case."""
    index = {"runs": [["sample", 0, 1]], "microseconds": [None], "sizes": []}
    empty = {"figures": [], "long": long, "apart": False}
    return json.dumps({**index, **empty, **changed}).encode()


def body_of(*blocks: bytes) -> bytes:
    """Return the blocks, each compressed and with its length before it."""
    packed = [zlib.compress(block) for block in blocks]
    return b"".join(len(block).to_bytes(4, "big") + block for block in packed)


def test_a_bomb_is_not_unpacked(kept: Path, problem: Problem) -> None:
    """A gigabyte of zeros in a megabyte is refused before it fills the memory."""
    packing = zlib.compressobj(9)
    bomb = b"".join(packing.compress(bytes(2**22)) for _ in range(64)) + packing.flush()
    forge(kept, len(bomb).to_bytes(4, "big") + bomb)
    started = time.process_time()
    assert load_corpus(kept, problem) is None
    assert time.process_time() - started < 2


def forge(path: Path, body: bytes, **facts: Any) -> None:
    """Keep the header's other facts, with another body and its right checksum."""
    header = json.loads(path.read_bytes().partition(b"\n")[0]) | facts
    header["sha256"] = hashlib.sha256(body).hexdigest()
    path.write_bytes(json.dumps(header).encode() + b"\n" + body)


def test_missing_folders_and_pipes_are_no_corpus(tmp_path: Path, problem: Problem) -> None:
    """Nothing that is not a file of ours is read, and nothing blocks."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path / "missing", tmp_path, pipe, Path("/dev/zero")):
        assert load_corpus(path, problem) is None


def test_only_the_user_may_look_into_the_cache(kept: Path) -> None:
    """The folder and the file are private, and no temporary file is left."""
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_a_link_is_replaced_and_its_target_left_alone(
    tmp_path: Path, kept: Path, problem: Problem, corpus: Corpus
) -> None:
    """Saving never writes through a link that somebody has put there."""
    victim = tmp_path / "victim"
    victim.write_text("precious")
    kept.unlink()
    kept.symlink_to(victim)
    save_corpus(kept, problem, corpus)
    assert victim.read_text() == "precious"
    assert not kept.is_symlink()
    assert load_corpus(kept, problem) is not None


def test_two_that_save_at_once_leave_a_whole_file(
    kept: Path, problem: Problem, corpus: Corpus
) -> None:
    """A reader sees one whole corpus at any moment."""
    savers = [threading.Thread(target=save_corpus, args=(kept, problem, corpus)) for _ in range(4)]
    for saver in savers:
        saver.start()
    while any(saver.is_alive() for saver in savers):
        assert load_corpus(kept, problem) is not None
    for saver in savers:
        saver.join()
    assert list(kept.parent.iterdir()) == [kept]


def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, problem: Problem, corpus: Corpus
) -> None:
    """What cannot be put in place is taken away again."""
    path = tmp_path / "cache" / "double.corpus"
    path.mkdir(parents=True)
    (path / "in the way").touch()
    with pytest.raises(OSError, match=r"."):
        save_corpus(path, problem, corpus)
    assert list(path.parent.iterdir()) == [path]


def test_the_shipped_corpus_lies_outside_the_package(problem: Problem) -> None:
    """A folder's hash is its version, so what is made from it lies elsewhere."""
    assert problem.folder not in shipped_corpus_path(problem).parents
