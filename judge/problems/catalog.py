"""Find problem packages: those of a checkout or of the installed wheel, and one's own."""

from collections.abc import Callable
from pathlib import Path

from judge.errors import Fault, ProblemError
from judge.problems.links import refuse_links_out
from judge.problems.naming import UnknownProblemError, near_slugs
from judge.problems.own_packages import MANIFEST, Place, Trusted, places_in, trusted_folders
from judge.problems.problem import Problem, load_package
from judge.records import dataclass, replace
from judge.settings import Settings

HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Catalog:
    """All packages below two folders, and those of folders of one's own.

    A slug is looked up in a list, never joined to a path. Validated packages are remembered below
    `cache_dir`, if that is given.
    """

    problems: Path
    solutions: Path
    cache_dir: Path | None = None
    own: tuple[Path, ...] = ()
    #: Asked again and again: a server hears of trust that is given or taken back.
    trusted: Callable[[], Trusted] = Trusted

    def slugs(self) -> list[str]:
        """Return the names of all packages, sorted. Raises `UsageError` for a missing folder."""
        return sorted(self._places())

    def get(self, slug: str) -> Problem:
        """Load one package.

        Raises `UnknownProblemError` with similar names, or `ProblemError`, for one that stands in
        two places too.
        """
        place = self.place_of(slug)
        if place.trusted:
            return load_package(place.folder, place.solutions, self.cache_dir)
        refuse_links_out(place)
        problem = load_package(place.folder, place.solutions, self.cache_dir)
        for base in _bases(problem):
            beside = place.folder.parent / base, place.solutions.parent / base
            refuse_links_out(Place(*beside))
        return _untrusted(problem)

    def place_of(self, slug: str) -> Place:
        """Return where a package lies, whatever its folder holds. Raises as `get` does."""
        known = self._places()
        if slug not in known:
            near = near_slugs(slug, known)
            hint = f"did you mean {', '.join(near)}?" if near else "`judge list` shows them all"
            raise UnknownProblemError(f"there is no problem {slug[:64]!r}; {hint}", near)
        place, *others = known[slug]
        if others:
            places = [str(one.folder) for one in (place, *others)]
            mend = f"Rename one of them: {' and '.join(places)}"
            reason = "another package has the same name"
            raise ProblemError(slug, [Fault(one, "", reason, mend) for one in places])
        return place

    def _places(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for manifest in self.problems.glob(f"*/{MANIFEST}"):
            slug = manifest.parent.name
            found[slug] = [Place(self.problems / slug, self.solutions / slug)]
        trusted = self.trusted()
        for folder in self.own:
            for slug, place in places_in(folder, trusted):
                found.setdefault(slug, []).append(place)
        return found


def _bases(problem: Problem) -> set[str]:
    """Return the names of the packages beside it whose files a package takes for its own."""
    tested = problem.interface.own.get("base")
    return {one for one in (tested, problem.base and problem.base.slug) if isinstance(one, str)}


def _untrusted(problem: Problem) -> Problem:
    base = None if problem.base is None else replace(problem.base, trusted=False)
    return replace(problem, trusted=False, base=base)


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


def catalog_of(settings: Settings) -> Catalog:
    """Return the catalog of a host: the default one, and the folders of its own."""
    return replace(
        default_catalog(settings.cache_dir),
        own=settings.problems,
        trusted=lambda: Trusted(trusted_folders(settings.state_dir), settings.trust),
    )


def default_catalog(cache_dir: Path | None = None) -> Catalog:
    """Return the catalog of this checkout, or of the installed package."""
    checkout = HERE.parent
    if (checkout / "problems").is_dir() and (checkout / "pyproject.toml").is_file():
        return Catalog(checkout / "problems", checkout / "solutions", cache_dir)
    packages = HERE / "_packages"
    return Catalog(packages / "problems", packages / "solutions", cache_dir)
