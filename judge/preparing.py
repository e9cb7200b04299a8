"""What must stand before the first case: the corpus of this package version."""

from collections.abc import Generator
from typing import Any

from judge import corpus as corpora
from judge.cases import argument_names
from judge.corpus import Corpus
from judge.deciding import load_message
from judge.errors import Fault, HostError, ProblemError, UsageError
from judge.events import CorpusBuilding
from judge.playing import Outcome, Player
from judge.problem import Problem, authored
from judge.settings import Settings
from judge.values import to_json
from sandbox import Limit, Sandbox

#: The reference is trusted, so a slow author's machine gets time.
REFERENCE_LIMIT = Limit(cpu_seconds=60.0, wall_seconds=180.0)
#: What `validate` raises on a value that the statement does not even speak of.
MISSHAPEN = (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError)


def ready_corpus(
    problem: Problem, settings: Settings, sandbox: Sandbox
) -> Generator[CorpusBuilding, None, Corpus]:
    """Yield `CorpusBuilding` events while the corpus is made; return it (generator return).

    A corpus of another version, or a broken one, is never believed: it is built again.
    """
    found = kept_corpus(problem, settings)
    if found is not None:
        return found
    path = corpora.corpus_path(settings.cache_dir, problem)
    built = yield from build_corpus(problem, sandbox)
    try:
        corpora.save_corpus(path, problem, built)
    except OSError as error:
        reason = error.strerror or str(error)
        raise HostError(
            f"cannot keep the corpus in {path}: {reason}. Set JUDGE_CACHE_DIR"
        ) from None
    return built


def kept_corpus(problem: Problem, settings: Settings) -> Corpus | None:
    """Return the corpus of this package version, if one is kept and whole."""
    path = corpora.corpus_path(settings.cache_dir, problem)
    for place in (path, corpora.shipped_corpus_path(problem)):
        found = corpora.load_corpus(place, problem)
        if found is not None:
            return found
    return None


def build_corpus(problem: Problem, sandbox: Sandbox) -> Generator[CorpusBuilding, None, Corpus]:
    """Make every case, answered and timed by the reference; yields progress, returns it."""
    with Player(sandbox, problem.interface, problem.reference) as reference:

        def answer(arguments: dict[str, Any]) -> tuple[Any, float]:
            return reference_answer(problem, reference, wire(problem, arguments))

        steps = corpora.build_corpus(problem, answer)
        # All inputs are made before the first step: what fails there and is none of the other
        # functions is drawing.
        with authored(problem, "generated()"):
            done, total = next(steps)
        while True:
            yield CorpusBuilding(done, total)
            try:
                done, total = next(steps)
            except StopIteration as ready:
                built: Corpus = ready.value
                return built


def wire(problem: Problem, arguments: dict[str, Any]) -> bytes:
    """Return the arguments as the runner takes them: a JSON array in parameter order."""
    return corpora.encode_arguments(problem.interface, arguments)


def check_input(problem: Problem, arguments: Any) -> None:
    """Refuse an input of somebody's own that is outside the statement. Raises `UsageError`."""
    names = argument_names(problem.interface)
    if not isinstance(arguments, dict) or set(arguments) != set(names):
        raise UsageError(f"the input must be a JSON object of {', '.join(names)}")
    try:
        reason = problem.strategies().validate(arguments)
    except ProblemError as error:
        if not isinstance(error.__cause__, MISSHAPEN):
            raise
        reason = "a value has another shape than the statement says"
    if reason is not None:
        raise UsageError(f"the input is outside the constraints of {problem.slug}: {reason}")


def reference_answer(problem: Problem, reference: Player, arguments: bytes) -> tuple[Any, float]:
    """Return the reference's answer as JSON and its CPU seconds; its failure is the author's."""
    outcome = reference_outcome(problem, reference, arguments)
    return to_json(outcome.value), outcome.cpu_seconds


def reference_outcome(problem: Problem, reference: Player, arguments: bytes) -> Outcome:
    """Play the reference on an input; its failure is the author's (`ProblemError`)."""
    outcome = reference.play(arguments, REFERENCE_LIMIT)
    if not outcome.returned:
        reason = load_message(outcome) if outcome.stage == "load" else outcome.detail
        if outcome.raised is not None and outcome.stage != "load":
            reason = f"{outcome.raised.type}: {outcome.raised.message}"
        place = f"solutions/{problem.slug}/accepted/reference.py"
        short = arguments[:200].decode("utf-8", "replace")
        fault = Fault(place, "", f"the reference fails on {short}: {reason}", "Mend the reference")
        raise ProblemError(problem.slug, [fault])
    return outcome
