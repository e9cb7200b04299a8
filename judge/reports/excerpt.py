"""Values as a report shows them: what is too large to read is shortened, and named as such."""

import json
from dataclasses import dataclass, field
from typing import Any

from judge.execution import Outcome
from judge.kinds import kind_of
from judge.values import Interface, Shape, is_reference, show
from judge.values import to_json as answer_json

#: Values above this many bytes of JSON are shortened: a report is for reading.
SHOWN_BYTES = 64 * 1024
#: An answer with a longer wire form is not turned into JSON to show its beginning.
LONG_BYTES = 1024 * 1024
#: How long the text is that replaces a value too large to read.
CUT_CHARACTERS = 200
#: Of calls that are too large: how many are shown from the start, before and after the failed one.
FIRST_CALLS, CALLS_BEFORE, CALLS_AFTER = 4, 8, 2
#: As many are shown where no call failed.
CALLS_WITHOUT_BLAME = 8
#: One argument or result among calls that are too large.
CALL_BYTES = 2 * 1024


@dataclass(slots=True)
class Excerpt:
    """Shortens values for one report; `cut` names those that are not whole, as paths.

    A data file is given by its name: such an argument counts as cut.
    """

    interface: Interface
    cut: list[str] = field(default_factory=list)

    def case(
        self, arguments: dict[str, Any], expected: Any, actual: Any, call: int | None
    ) -> tuple[dict[str, Any], Any, Any]:
        """Return arguments and both answers, all of them JSON, as a report has them.

        Of calls that are too large, the same few are kept in all three: among them those around
        `call`, the index of the one that failed.
        """
        if self._too_many_calls(*arguments.values(), expected, actual):
            few, numbers = self._few_calls(arguments, call, "arguments")
            total = len(arguments["calls"])
            return (
                few,
                self._few_results(expected, numbers, total, "expected"),
                self._few_results(actual, numbers, total, "actual"),
            )
        given = self.arguments(arguments, "arguments")
        return given, self.value(expected, "expected"), self.value(actual, "actual")

    def arguments(self, arguments: dict[str, Any], path: str) -> dict[str, Any]:
        """Return the arguments of a case by name, each of them shortened alone."""
        if self._too_many_calls(*arguments.values()):
            return self._few_calls(arguments, None, path)[0]
        self.note_data_files(arguments, path)
        return {name: self.value(value, f"{path}.{name}") for name, value in arguments.items()}

    def short(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return arguments to be named in passing, each as a short text where it is long."""
        shown = {name: fitting(value, CUT_CHARACTERS) for name, value in arguments.items()}
        self.cut += [f"arguments.{n}" for n, value in arguments.items() if shown[n] is not value]
        return shown

    def note_data_files(self, arguments: dict[str, Any], path: str) -> None:
        """Take note of arguments that are the name of a data file in place of its lines."""
        for parameter in () if self._has_calls else self.interface.parameters:
            if parameter.shape is Shape.FILE and isinstance(arguments.get(parameter.name), dict):
                self.cut.append(f"{path}.{parameter.name}")

    def value(self, value: Any, path: str) -> Any:
        """Return a JSON value, or a short text in its place where it is too large to read."""
        shown = fitting(value)
        if shown is not value:
            self.cut.append(path)
        return shown

    def answer(self, outcome: Outcome) -> Any:
        """Return the answer as JSON, or a text in its place where it is too long to be worth it.

        None where there is no answer.
        """
        if not outcome.returned:
            return None
        if outcome.answer_bytes <= LONG_BYTES:
            return answer_json(outcome.answer)
        self.cut.append("actual")
        return show(outcome.answer, CUT_CHARACTERS)

    def results(self, outcome: Outcome) -> Any:
        """Return the answer as JSON. Of long results of calls, `case` keeps a few."""
        if self._has_calls and outcome.returned:
            return answer_json(outcome.answer)
        return self.answer(outcome)

    @property
    def _has_calls(self) -> bool:
        return kind_of(self.interface).call_sequence

    def _too_many_calls(self, *values: Any) -> bool:
        return self._has_calls and any(len(json.dumps(value)) > SHOWN_BYTES for value in values)

    def _few_calls(
        self, arguments: dict[str, Any], failed: int | None, path: str
    ) -> tuple[dict[str, Any], list[int]]:
        """Return a few calls with the indices they had, and these indices.

        Readers older than `cut` know by the field of that name that not all calls are there.
        """
        numbers = _numbers(arguments, failed)
        self.cut += [f"{path}.{name}" for name in arguments]
        few = {
            "calls": [arguments["calls"][number] for number in numbers],
            "arguments": [
                self._fitting_items(arguments["arguments"][number], f"{path}.arguments.{place}")
                for place, number in enumerate(numbers)
            ],
            "numbers": numbers,
            "total": len(arguments["calls"]),
            "cut": f"{len(numbers)} of {len(arguments['calls']):,} calls",
        }
        return few, numbers

    def _few_results(self, results: Any, numbers: list[int], total: int, path: str) -> Any:
        """Return the results of the calls that are shown; what is no such list stays as it is."""
        if not isinstance(results, list) or len(results) != total:
            return self.value(results, path)
        if len(numbers) < total:
            self.cut.append(path)
        return self._fitting_items([results[number] for number in numbers], path)

    def _fitting_items(self, values: list[Any], path: str) -> list[Any]:
        """Return values that are shown beside others; those that are shortened are in `cut`."""
        few = [fitting(value, CALL_BYTES) for value in values]
        places = [place for place, value in enumerate(values) if few[place] is not value]
        self.cut += [f"{path}.{place}" for place in places]
        return few


def fitting(value: Any, limit: int = SHOWN_BYTES) -> Any:
    """Return a JSON value, or a short text in its place where its JSON is over `limit` characters.

    The text has both ends of the value and the number of items between them.
    """
    # Of a long list even the commas are too many: it is not written out to be measured.
    if isinstance(value, list) and len(value) > limit:
        return show(value, CUT_CHARACTERS)
    return value if len(json.dumps(value)) <= limit else show(value, CUT_CHARACTERS)


def _numbers(arguments: dict[str, Any], failed: int | None) -> list[int]:
    """Return which calls to show: the first, those around `failed`, and whose results it takes."""
    total = len(arguments["calls"])
    if failed is None or failed >= total:
        return list(range(min(total, CALLS_WITHOUT_BLAME)))
    near = range(max(0, failed - CALLS_BEFORE), min(total, failed + CALLS_AFTER + 1))
    taken = (given["result"] for given in arguments["arguments"][failed] if is_reference(given))
    return sorted({*range(min(total, FIRST_CALLS)), *taken, *near})
