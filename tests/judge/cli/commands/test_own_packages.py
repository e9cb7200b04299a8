"""Problems of one's own: where they lie, what `judge new` writes, and what trust allows."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from judge.authoring import write_skeleton
from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.problems import Catalog, catalog_of, load_problem
from judge.settings import Settings

RIGHT = "def first_one(nums): return max(nums)\n"


class Person:
    """Someone with folders of their own, and the real judge."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mine = folder / "mine"
        self.file = folder / "first_one.py"
        self.file.write_text(RIGHT)
        self.environment = {
            "JUDGE_CACHE_DIR": str(folder / "cache"),
            "JUDGE_STATE_DIR": str(folder / "state"),
            "JUDGE_DATA_DIR": str(folder / "data"),
            "JUDGE_SEARCH_EXAMPLES": "5",
            "JUDGE_TIER": "limits-only",
        }

    def types(self, *arguments: str, **more: str) -> Result:
        setup = Setup(environment={**self.environment, **more})
        return CliRunner().invoke(commands, arguments, obj=setup)

    def submits(self, *arguments: str, **more: str) -> Result:
        return self.types("submit", "first-one", str(self.file), "--no-timing", *arguments, **more)


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_a_skeleton_is_written_where_packages_are(person: Person) -> None:
    """It loads, and `judge list` has it, by option as by variable."""
    assert "JUDGE_PROBLEMS" in person.types("new", "first-one").stderr
    made = person.types("new", "first-one", "--packages", str(person.mine))
    assert made.exit_code == 0, made.output
    made_of = load_problem(person.mine / "first-one", person.mine / "first-one" / "solutions")
    assert made_of.interface.entry == "first_one"
    for listed in (
        person.types("list", "--packages", str(person.mine)),
        person.types("list", JUDGE_PROBLEMS=str(person.mine)),
    ):
        assert "first-one" in listed.stdout
        assert "lca" in listed.stdout
    again = person.types("new", "first-one", "--packages", str(person.mine))
    assert (again.exit_code, "already" in again.stderr) == (2, True)
    taken = person.types("new", "lca", "--packages", str(person.folder / "not there yet"))
    assert (taken.exit_code, "already" in taken.stderr) == (2, True)
    assert person.types("new", "No Name", "--packages", str(person.mine)).exit_code == 2


def test_the_layout_of_the_repository_serves_too(person: Person) -> None:
    (person.mine / "problems").mkdir(parents=True)
    assert person.types("new", "first-one", "--packages", str(person.mine)).exit_code == 0
    assert (person.mine / "solutions" / "first-one" / "accepted" / "reference.py").exists()
    shown = person.types("show", "first-one", "--packages", str(person.mine))
    assert "Return the largest number" in shown.stdout


@pytest.mark.parametrize("named", ["", "problems"])
def test_a_skeleton_of_the_judges_own_folder_is_one_of_its_packages(
    named: str, person: Person
) -> None:
    """Whichever of the two folders is named: `judge verify` finds the samples and trusts it."""
    checkout = person.folder / "checkout"
    (checkout / "problems").mkdir(parents=True)
    catalog = Catalog(checkout / "problems", checkout / "solutions")
    setup = Setup(packages=catalog, environment=person.environment)
    typed = ("new", "first-one", "--packages", str(checkout / named))
    made = CliRunner().invoke(commands, typed, obj=setup)
    assert made.exit_code == 0, made.output
    assert made.stdout.endswith("\n\nThen: judge verify first-one\n")
    assert catalog.get("first-one").trusted


@pytest.mark.needs("full")
def test_code_of_ones_own_packages_runs_only_where_it_is_trusted(person: Person) -> None:
    """For one command, or for a folder until that is taken back."""
    own = ("--packages", str(person.mine))
    person.types("new", "first-one", *own)
    witness = person.folder / "ran"
    strategies = person.mine / "first-one" / "strategies.py"
    strategies.write_text(f"open({str(witness)!r}, 'w')\n" + strategies.read_text())
    refused = person.submits(*own)
    assert (refused.exit_code, "judge trust" in refused.stderr) == (2, True)
    for command in (("run", "first-one", str(person.file)), ("verify", "first-one")):
        assert person.types(*command, *own).exit_code == 2
    assert not witness.exists()
    assert person.submits(*own, "--trust").exit_code == 0
    assert witness.exists()
    assert person.submits(*own).exit_code == 2
    assert person.types("trust", str(person.mine)).exit_code == 0
    assert json.loads(person.types("trust", "--json").stdout) == [str(person.mine.resolve())]
    assert person.submits(*own).exit_code == 0
    assert person.types("trust", str(person.mine), "--remove").exit_code == 0
    assert person.submits(*own).exit_code == 2
    assert person.types("trust", str(person.mine), "--remove").exit_code == 2


def test_a_link_out_of_a_trusted_folder_has_no_trust(person: Person) -> None:
    """Though trust is looked up by the link's own folder."""
    elsewhere = person.folder / "elsewhere"
    person.types("new", "first-one", "--packages", str(elsewhere))
    person.types("new", "second-one", "--packages", str(person.mine))
    (person.mine / "first-one").symlink_to(elsewhere / "first-one")
    person.types("trust", str(person.mine))
    settings = Settings.from_environment({**person.environment, "JUDGE_PROBLEMS": str(person.mine)})
    catalog = catalog_of(settings)
    trusted = [catalog.get(slug).trusted for slug in ("first-one", "second-one", "lca")]
    assert trusted == [False, True, True]
    # As a server hears of it that goes on.
    person.types("trust", str(person.mine), "--remove")
    assert not catalog.get("second-one").trusted


def test_a_slug_in_two_places_is_named_with_both(person: Person) -> None:
    other = person.folder / "other"
    for folder in (person.mine, other):
        person.types("new", "first-one", "--packages", str(folder))
    both = ("--packages", f"{person.mine}:{other}")
    refused = person.types("show", "first-one", *both)
    assert refused.exit_code == 2
    assert str(person.mine / "first-one") in refused.stderr
    assert str(other / "first-one") in refused.stderr
    listed = person.types("list", *both)
    assert (listed.exit_code, "lca" in listed.stdout) == (2, True)
    assert str(other / "first-one") in listed.stderr
    shutil.rmtree(other)
    missing = person.types("list", *both)
    assert (missing.exit_code, str(other) in missing.stderr) == (2, True)


def test_the_schema_takes_every_bundled_manifest(person: Person) -> None:
    """It is generated from what validates problem.toml, and knows each field of the skeleton."""
    schema = json.loads(person.types("schema").stdout)
    whole, mended = schema["anyOf"]
    assert {"title", "entry", "samples", "questions", "query", "tests"} <= {*whole["properties"]}
    assert "debug" in mended["properties"]
    assert "own" not in schema["$defs"]["Entry"]["properties"]


def test_a_package_from_a_zip_file_is_known_at_once(person: Person) -> None:
    """And not trusted: nothing of it has run."""
    written = write_skeleton(person.folder / "theirs", "first-one")
    archive = person.folder / "first-one.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in written:
            packed.write(path, path.relative_to(person.folder / "theirs"))
    own = ("--packages", str(person.mine))
    added = person.types("package", "add", str(archive), *own)
    assert added.exit_code == 0, added.output
    assert "judge trust" in added.stdout
    assert "Return the largest number" in person.types("show", "first-one", *own).stdout
    assert person.submits(*own).exit_code == 2
    assert person.types("package", "add", str(archive), *own).exit_code == 2
    assert "JUDGE_PROBLEMS" in person.types("package", "add", str(archive)).stderr


@pytest.mark.needs("full")
def test_code_of_a_package_that_nobody_trusts_runs_in_the_sandbox(person: Person) -> None:
    """It judges, and finds nothing of the host; `--trust` lets it out."""
    own, tier = ("--packages", str(person.mine)), {"JUDGE_TIER": "full"}
    person.types("new", "first-one", *own)
    assert person.submits(*own, **tier).exit_code == 0
    strategies = person.mine / "first-one" / "strategies.py"
    text = strategies.read_text()
    witness = person.folder / "ran"
    strategies.write_text(f"open({str(witness)!r}, 'w')\n" + text)
    refused = person.submits(*own, **tier)
    assert refused.exit_code == 2
    assert "strategies.py: importing it raises FileNotFoundError at line 1" in refused.stderr
    assert not witness.exists()
    mutants = person.types("verify", "first-one", "--mutants", *own, **tier)
    assert (mutants.exit_code, "judge trust" in mutants.stderr) == (2, True)
