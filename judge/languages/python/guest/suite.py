"""A suite of tests, whose calls of the function under test travel to another program.

The module `solution` that a suite imports holds a proxy: each call answers the judge's request with
a question, and the next request holds the answer. What a run ends with is a list of plain values;
the judge believes no more of it than that this program said so.
"""

import ast
import inspect
import json
import linecache
import random
import sys
import threading
import unittest
import unittest.mock
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

import hypothesis.database
import hypothesis.stateful
import hypothesis.strategies
import pytest
from _pytest.assertion.rewrite import rewrite_asserts
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import HypothesisException

from . import border, collecting, faults, hints, loading, prelude, values
from .candidates import MODULE, folded
from .collecting import Item
from .nodes import TreeNode

#: The name of the module that a suite becomes.
SUITE = "test_solution"
#: What the first byte of a message says: a question of ours; an answer, or why there is none.
ASK, ANSWER, LOST, ENOUGH = b"?", b"=", b"!", b"#"
#: What pytest raises; bound here, where no suite can put others in their place.
FAILED, ABSENT = pytest.fail.Exception, (pytest.skip.Exception, pytest.xfail.Exception)
#: Most examples that Hypothesis draws for a test, whatever the suite's settings ask for.
MOST_EXAMPLES = 25
MOST_NAMED = 2_000
MESSAGE_CHARS = 4_000


class LostError(BaseException):
    """Raised in place of an answer where the implementation has died or ran out of time."""


class EnoughError(BaseException):
    """Raised in place of an answer where a run has made as many calls as it may."""


def preload() -> None:
    """Settle pytest and Hypothesis for programs to share, and use each once."""
    _settle_hypothesis()
    _warm_up()


def relocate(modules: Mapping[str, str]) -> None:
    """Have packages that were imported before the root was entered find the rest of themselves."""
    for name, module in list(sys.modules.items()):
        top = modules.get(name.partition(".")[0])
        path = getattr(module, "__path__", None)
        if top is not None and isinstance(path, list):
            module.__path__ = ["/".join([top, *name.split(".")[1:]])]


def _settle_hypothesis() -> None:
    """Make every settings object, however it is made, draw little and the same each time."""
    made = settings.__init__
    fixed: dict[str, Any] = {
        "derandomize": True,
        "database": None,
        "deadline": None,
        "suppress_health_check": list(HealthCheck),
        "report_multiple_bugs": False,
        "print_blob": False,
        "backend": "hypothesis",
    }

    def init(self: Any, parent: Any = None, **given: Any) -> None:
        made(self, parent, **given)  # what is wrong with them is told as ever
        most = min(self.max_examples, MOST_EXAMPLES)
        phases = [phase for phase in _phases if phase in self.phases]
        verbosity = given.get("verbosity", self.verbosity)
        known = {"stateful_step_count": min(self.stateful_step_count, 50), "verbosity": verbosity}
        made(self, parent, max_examples=most, phases=phases, **known, **fixed)

    settings.__init__ = init  # type: ignore[method-assign]  # the one place where they are made
    _phases.extend((Phase.explicit, Phase.generate))
    settings.register_profile("judge", settings())
    settings.load_profile("judge")


#: The phases of Hypothesis; shrinking is there only where an alarm is to be shown.
_phases: list[Any] = []


def shrink() -> None:
    """Have Hypothesis make what fails smaller. To be called before a suite is loaded."""
    _phases.append(Phase.shrink)
    settings.register_profile("judge", settings(phases=list(_phases)))
    settings.load_profile("judge")


def _warm_up() -> None:
    """Rewrite an assertion and draw a few examples, so that no program looks things up first."""
    _rewritten("def f():\n    assert 1 == 1, 'x'\n", "warm.py")

    @hypothesis.given(hypothesis.strategies.lists(hypothesis.strategies.text()))
    def draws(_found: list[str]) -> None:
        """Nothing."""

    draws()
    random.seed(0)


def _rewritten(text: str, filename: str) -> Any:
    tree = ast.parse(text, filename)
    rewrite_asserts(tree, text.encode("utf-8", "surrogatepass"), filename)
    return compile(tree, filename, "exec", dont_inherit=True)


class Suite:
    """One suite: loaded by the first call, which runs its tests up to the first that fails.

    `ask` sends the reply to the judge's request and returns the next one.
    """

    def __init__(
        self, interface: Mapping[str, Any], source: bytes, ask: Callable[[bytes], bytes]
    ) -> None:
        faults.FILENAME = f"{SUITE}.py"
        hints.MODULES = "the standard library, pytest, hypothesis, solution"
        self._interface = interface
        self._ask = ask
        self._turn = threading.RLock()
        self._text, self.lines = loading.read_text(source)
        self._given: list[BaseException] = []
        self._loaded = False
        self._items: list[Item] = []
        self._absent = 0
        self._left: list[Item] = []
        self._lost = self._enough = False
        self._code = loading.compiled(self._text, self.lines)

    def call(self, request: Mapping[str, Any]) -> bytes:
        """Run the tests up to the first that fails, or go on behind it with those named."""
        if not self._loaded:
            self._loaded = True
            if request.get("shrink"):
                shrink()
            told = self._load(request)
            if told is not None:
                return values.plain({"ok": told})
            self._left = list(self._items)
        elif "only" in request:
            wanted = set(request["only"])
            self._left = [item for item in self._left if item.function in wanted]
        return values.plain({"ok": self._run(self._items)})

    def _load(self, request: Mapping[str, Any]) -> list[Any] | None:
        """Load the suite and collect its tests; return why that fails, if it does."""
        module = ModuleType(SUITE)
        module.__file__ = faults.FILENAME
        sys.modules[SUITE] = module
        sys.modules[MODULE] = self._solution()
        shown = [f"{line}\n" for line in self.lines]
        linecache.cache[faults.FILENAME] = (len(self._text), None, shown, faults.FILENAME)
        random.seed(request.get("seed") or 0)
        try:
            # To write the assertions of pytest takes longer than most suites take to run: they are
            # there where an alarm is to be told.
            told = bool(request.get("shrink"))
            code = _rewritten(self._text, faults.FILENAME) if told else self._code
            vars(module).update(prelude.names_for(self._code))
            exec(code, vars(module))  # noqa: S102 - the sandbox's whole purpose
        except faults.SoftLimitError:
            raise
        except BaseException as error:  # noqa: BLE001 - SystemExit and pytest's skip as well
            if _is_skip(error):
                return _unloadable("no_test", "LookupError", "the suite skips itself: no test")
            return ["unloadable", *self._fault(error)]
        try:
            self._items, self._absent = collecting.collect(module)
        except collecting.RefusedError as refused:
            return _unloadable("fixture", "LookupError", str(refused))
        except faults.SoftLimitError:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever stands in a mark
            return ["uncollected", *self._fault(error)]
        if not self._items:
            return _unloadable("no_test", "LookupError", _no_test(self._absent))
        return None

    def _run(self, items: Sequence[Item]) -> list[Any]:
        """Run what is left up to the first test that fails."""
        passed: list[str] = []
        skipped = 0
        failure = None
        while self._left:
            item = self._left.pop(0)
            random.seed(0)
            try:
                item.run()
            except faults.SoftLimitError:
                raise
            except BaseException as error:  # noqa: BLE001 - whatever a test raises
                if not self._lost and not self._enough and _is_skip(error):
                    skipped += 1
                    continue
                failure = [item.name, item.function, *self._failure(error)]
                break
            if self._lost or self._enough:
                # The test has caught what says so.
                failure = [item.name, item.function, self._stop(), *self._fault(LostError())[1:]]
                break
            passed.append(item.name)
        if failure is None and items and skipped == len(items):
            return _unloadable("no_test", "LookupError", _no_test(skipped))
        names = list(dict.fromkeys(item.function for item in items))
        return ["ended", len(items), names[:MOST_NAMED], passed[:MOST_NAMED], failure]

    def _stop(self) -> str:
        return "enough" if self._enough else "lost"

    def _failure(self, error: BaseException) -> list[Any]:
        """Return whose failure it is, and what was raised."""
        if self._lost or self._enough:
            kind = self._stop()
        elif any(error is one for one in self._given):
            kind = "implementation"
        else:
            kind = "assertion" if self._is_assertion(error) else "own"
        return [kind, *self._fault(error)[1:]]

    def _is_assertion(self, error: BaseException) -> bool:

        if isinstance(error, HypothesisException):
            return False
        if isinstance(error, BaseExceptionGroup):
            members = error.exceptions
            return all(one in self._given or self._is_assertion(one) for one in members)
        return isinstance(error, (AssertionError, FAILED))

    def _fault(self, error: BaseException) -> list[Any]:
        """Return code, type, message, line, column and traceback of an exception."""
        told = faults.describe(error, self.lines)
        told = hints.explained(told, error, self.lines, "calls the tests")
        message = told["message"]
        notes = getattr(error, "__notes__", None)
        for note in notes if isinstance(notes, list) else ():
            if isinstance(note, str):
                message = f"{message}\n{note}"
        return [
            told["code"],
            told["type"],
            message[:MESSAGE_CHARS],
            told["line"],
            told["column"],
            told["traceback"],
        ]

    def _solution(self) -> ModuleType:
        """Return the module `solution`: the proxy under each name that the problem accepts."""
        proxy = self._proxy()
        names = self._interface["names"]
        known = {folded(name) for name in names}
        module = ModuleType(MODULE, "The function under test; each call is played elsewhere.")

        def find(name: str) -> Any:
            if folded(name) in known:
                return proxy
            raise AttributeError(f"there is {names[0]}, and no {name}")

        vars(module).update(dict.fromkeys(names, proxy))
        vars(module).update(TreeNode=TreeNode, __getattr__=find, __all__=[*names, "TreeNode"])
        return module

    def _proxy(self) -> Callable[..., Any]:
        parameters = self._interface["parameters"]
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        signature = inspect.Signature([inspect.Parameter(p["name"], kind) for p in parameters])

        def call(*given: Any, **named: Any) -> Any:
            bound = signature.bind(*given, **named)
            sent, trees = border.encode_arguments(parameters, bound.args)
            with self._turn:
                answer = self._ask(ASK + sent)
            return self._result(answer, trees)

        call.__name__ = call.__qualname__ = self._interface["names"][0]
        call.__module__ = MODULE
        call.__signature__ = signature  # type: ignore[attr-defined]  # read by inspect
        return call

    def _result(self, answer: bytes, trees: border.Trees) -> Any:
        kind, payload = answer[:1], answer[1:]
        if kind == LOST:
            self._lost = True
            raise LostError(payload.decode())
        if kind == ENOUGH:
            self._enough = True
            raise EnoughError(payload.decode())
        if payload.startswith(b'{"ok":'):
            return border.decode_result(payload[6:-1], trees)
        [name, message] = json.loads(payload)["error"]
        error = _exception(name, message)
        self._given.append(error)
        raise error


def _exception(name: str, message: str) -> BaseException:
    """Return an exception of a built-in type, as an implementation raised it, or of a like name."""
    kind = getattr(sys.modules["builtins"], name, None)
    if isinstance(kind, type) and issubclass(kind, Exception):
        try:
            error = kind(message) if message else kind()
        except TypeError:  # UnicodeDecodeError takes five arguments
            return RuntimeError(f"{name}: {message}")
        return error
    unknown: type[Exception] = type(name, (Exception,), {"__module__": MODULE})
    return unknown(message)


def _is_skip(error: BaseException) -> bool:
    return isinstance(error, (*ABSENT, unittest.SkipTest, collecting.SkippedError))


def _no_test(absent: int) -> str:
    if absent:
        return f"no test is left: {absent} of them {'is' if absent == 1 else 'are'} skipped"
    return "no test was found: write functions whose names begin with test_"


def _unloadable(code: str, kind: str, message: str) -> list[Any]:
    return ["unloadable", code, kind, message, None, None, ""]
