"""What the extension makes of a problem.toml, by the schema that `judge schema` prints."""

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from tests.faces.vscode.workbench import EXTENSION

ROOT = EXTENSION.parents[1]
PACKAGES = sorted((ROOT / "problems").glob("*/problem.toml"))
LCA = (ROOT / "problems" / "lca" / "problem.toml").read_text()
TITLE = LCA.partition("\n")[0]
#: Reads texts with places, writes the flaws, offers and words of each.
PROGRAM = """
const { flawsOf, offersAt, toldAt } = require(process.argv[1]);
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map(([text, at]) =>
  ({ flaws: flawsOf(text), offers: offersAt(text, at), told: toldAt(text, at) }))));
"""
Asks = Callable[[list[str]], list[dict[str, Any]]]

pytestmark = pytest.mark.needs("vscode")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Asks:
    """Return what asks the bundled modules about texts, in each of which `|` is the cursor."""
    bundle = tmp_path_factory.mktemp("manifest") / "manifest.cjs"
    subprocess.run(
        [
            EXTENSION / "node_modules" / ".bin" / "esbuild",
            "--bundle",
            "--platform=node",
            "--log-level=warning",
            f"--outfile={bundle}",
        ],
        cwd=EXTENSION / "src",
        input=b'export * from "./manifest_flaws"; export * from "./manifest_offers";',
        check=True,
    )

    def ask(texts: list[str]) -> list[dict[str, Any]]:
        given = [[text.replace("|", "", 1), max(text.find("|"), 0)] for text in texts]
        found = subprocess.run(
            ["node", "-e", PROGRAM, bundle],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=True,
        )
        answers: list[dict[str, Any]] = json.loads(found.stdout)
        return answers

    return ask


def test_nothing_is_wrong_with_any_package(ask: Asks) -> None:
    """Nor where lines end as on Windows."""
    texts = [path.read_text().replace("|", "/") for path in PACKAGES]
    answers = ask([*texts, LCA.replace("|", "/").replace("\n", "\r\n")])
    assert len(answers) > 50
    assert [answer["flaws"] for answer in answers if answer["flaws"]] == []


#: What is changed in lca's problem.toml, the part that is marked then, and what is said of it.
FAULTS = [
    ("title =", "titel =", "titel", "There is no titel here; there are title, difficulty,"),
    ("title =", "titel =", TITLE.replace("title", "titel"), "Missing here: title."),
    ('"medium"', '"middle"', '"middle"', "This is one of easy, medium, hard."),
    ('"trees-tries"', '"trees"', '"trees"', "This is one of arrays, hash-maps"),
    ("236", '"236"', '"236"', "This has to be a whole number, and is a text in quotes."),
    ("236", "0", "0", "This is too small."),
    ("memory_mib = 256", "memory_mib = 99_999", "99_999", "This is too large."),
    ("236", "yes", "yes", "This is no text, number, list or table, and neither true nor false."),
    ("[limits]", "[limit]", "[limit]", "There is no table [limit] in a problem.toml."),
    ("[[samples]]", "[samples]", "[samples]", "There may be several: write [[samples]]."),
    ("[limits]", "[[limits]]", "[[limits]]", "There is one at most: write [limits]."),
    ('time = "O(n)"\n', "", "[complexity]", "Missing here: time."),
    (
        'of = "root"',
        'off = "root"',
        "off",
        "There is no off here; there are name, type, shape, of.",
    ),
    ("[entry]\n", '[entry]\nkind = "function"\n', "kind", "kind is given twice."),
    ("[entry]\n", "[entry]\nkin\n", "kin", "This is neither `key = value` nor a `[table]`."),
    ("leetcode = 236\n", "leetcode = [\n", "leetcode = [", "This value does not end."),
    ("loose", "loose", "", ""),
]  # fmt: skip - a table


def test_what_does_not_fit_is_marked(ask: Asks) -> None:
    """At its place, with what would fit."""
    answers = ask([LCA.replace(before, after, 1) for before, after, _, _ in FAULTS])
    for (before, after, part, words), answer in zip(FAULTS, answers, strict=True):
        text = LCA.replace(before, after, 1)
        said = {text[one["from"] : one["to"]]: one["message"] for one in answer["flaws"]}
        if words:
            assert said.get(part, "").startswith(words), (after, said)
        else:
            assert said == {}


def labels(answer: dict[str, Any]) -> list[str]:
    return [offer["label"] for offer in answer["offers"]]


def test_keys_tables_and_values_are_offered(ask: Asks) -> None:
    """Those of the table under the cursor that are not given yet, each with what it is for."""
    top, limits, header, kind, quoted, inside, mended, after = ask(
        [
            'title = "x"\nlo|',
            "[limits]\nmemory_mib = 1\n|\n[entry]\n",
            "[[sa|",
            "[entry]\nkind = |\n",
            '[entry]\nkind = "|"\n',
            'tags = [\n  "|"\n]\n',
            '|\n[debug]\nbase = "lca"\n',
            'title = "x" |',
        ]
    )
    assert {"loose", "hints", "[entry]", "[[entry.parameters]]"} <= {*labels(top)}
    assert not {"title", "entry", "name"} & {*labels(top)}
    loose = next(offer for offer in top["offers"] if offer["label"] == "loose")
    assert loose["snippet"] == "loose = ${1:false}"
    assert "a tuple for a list" in loose["told"]
    assert labels(limits)[:2] == ["time_factor", "floor_seconds"]
    samples = next(offer for offer in header["offers"] if offer["label"] == "[[samples]]")
    assert samples["snippet"] == '[[samples]]\narguments = "$1"\nexpected = "$2"'
    assert kind["offers"][0]["snippet"] == '"function"'
    assert quoted["offers"][0]["snippet"] == "function"
    assert inside["offers"] == []
    assert "[debug]" in labels(mended)
    assert "leetcode" not in labels(mended)
    assert after["offers"] == []


def test_a_key_and_a_table_say_what_they_are_for(ask: Asks) -> None:
    answers = ask(["[li|mits]\n", "[limits]\nmemory|_mib = 1\n", "[limits]\nmemory_mib = 1|\n"])
    assert [answer["told"] for answer in answers] == [
        "The limits of a case.",
        "MiB that a submission may use beside an idle interpreter.",
        None,
    ]
