"""Whoever practises from several places at once: each history has what its owner did, once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from judge.problems.catalog import load_problem
from judge.testing import FakeJudge
from tests.judge.service.apps import SERVICE, SOURCE
from tests.judge.service.routes.test_practice import client_of, events, headers_of, local

ROUNDS = 7


@pytest.mark.slow
def test_no_event_is_lost_doubled_or_anothers(tmp_path: Path) -> None:
    """Ann works in two places, Bob and the local owner in one; all at the same time."""
    ann, bob = headers_of(tmp_path, "ann"), headers_of(tmp_path, "bob")
    service = replace(SERVICE, workers=2)
    with client_of(tmp_path, FakeJudge(), service) as client:

        def work(headers: dict[str, str] | None) -> list[str]:
            ids = []
            for _ in range(ROUNDS):
                client.post("/v1/problems/lca/start", json={}, headers=headers)
                client.post("/v1/problems/lca/hints", json={}, headers=headers)
                sent = client.post("/v1/submissions?wait=true", json=SOURCE, headers=headers)
                ids.append(sent.json()["id"])
            return ids

        owners = [ann, ann, bob, None]
        with ThreadPoolExecutor(len(owners)) as pool:
            first, second, bobs, own = pool.map(work, owners)
        hints = len(load_problem("lca").hints)
        for headers, ids in ((ann, first + second), (bob, bobs), (None, own)):
            found = events(client, headers, "?limit=100")
            assert len({one["id"] for one in found}) == len(found)
            assert {one["id"] for one in found if one["kind"] == "submit"} == set(ids)
            kinds = Counter(one["kind"] for one in found)
            assert kinds == {"start": len(ids), "hint": hints, "submit": len(ids)}
            numbers = sorted(one["facts"]["n"] for one in found if one["kind"] == "hint")
            assert numbers == list(range(1, hints + 1))
    # The file itself, too: to read it takes an id once.
    assert len(local(tmp_path).path.read_bytes().splitlines()) == 2 * ROUNDS + hints
