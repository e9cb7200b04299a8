"""Find problem packages, in a checkout or in the installed wheel."""

from dataclasses import dataclass
from pathlib import Path

from judge.problems.naming import UnknownProblemError, near_slugs
from judge.problems.problem import Problem, load_package

HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Catalog:
    """All packages below two folders. A slug is looked up in a list, never joined to a path.

    Validated packages are remembered below `cache_dir`, if that is given.
    """

    problems: Path
    solutions: Path
    cache_dir: Path | None = None

    def slugs(self) -> list[str]:
        """Return the names of all packages, sorted."""
        return sorted(path.parent.name for path in self.problems.glob("*/problem.toml"))

    def get(self, slug: str) -> Problem:
        """Load one package. Raises `UnknownProblemError` with similar names, or `ProblemError`."""
        known = {name: name for name in self.slugs()}
        if slug not in known:
            near = near_slugs(slug, known)
            hint = f"did you mean {', '.join(near)}?" if near else "`judge list` shows them all"
            raise UnknownProblemError(f"there is no problem {slug[:64]!r}; {hint}", near)
        folder, solutions = self.problems / known[slug], self.solutions / known[slug]
        return load_package(folder, solutions, self.cache_dir)


def load_problem(
    name: str | Path, solutions: Path | None = None, *, cache_dir: Path | None = None
) -> Problem:
    """Load a problem: a built-in one by its slug, or any package by its folder.

        load_problem("lca")
        load_problem(Path("mine/problems/two-sum"))

    A `Path`, or a text with a slash, is the folder of a package. Its `solutions` are in another
    folder, by default `../../solutions/<slug>` as in this repository. With `cache_dir`, a package
    that was validated before loads faster; judging uses `Settings.cache_dir`.

    Raises `UsageError` with similar names for an unknown slug, and `ProblemError` with every fault
    of a package.
    """
    if isinstance(name, str) and "/" not in name:
        return default_catalog(cache_dir).get(name)
    folder = Path(name).absolute()
    return load_package(
        folder, solutions or folder.parents[1] / "solutions" / folder.name, cache_dir
    )


def default_catalog(cache_dir: Path | None = None) -> Catalog:
    """Return the catalog of this checkout, or of the installed package."""
    checkout = HERE.parent
    if (checkout / "problems").is_dir() and (checkout / "pyproject.toml").is_file():
        return Catalog(checkout / "problems", checkout / "solutions", cache_dir)
    packages = HERE / "_packages"
    return Catalog(packages / "problems", packages / "solutions", cache_dir)
