"""Judges an order of courses by its rules: any valid one is right, and [] where there is none."""

from typing import Any


def check(arguments: dict[str, Any], expected: list[int], actual: Any) -> str | None:
    """Return what is wrong with an order, or None if nothing is."""
    count, pairs = arguments["numCourses"], arguments["prerequisites"]
    if type(actual) is not list or not all(type(course) is int for course in actual):
        return "a list of courses was expected"
    if not expected:
        return None if not actual else "some courses need one another in a circle: [] was expected"
    if not actual:
        return "it gave [], and there is an order in which all courses can be taken"
    place = {course: number for number, course in enumerate(actual)}
    strange = next((course for course in actual if not 0 <= course < count), None)
    if strange is not None:
        return f"the courses are 0 to {count - 1}, and {_short(strange)} is none of them"
    if len(place) < len(actual):
        twice = next(course for number, course in enumerate(actual) if place[course] != number)
        return f"course {twice} stands there twice"
    missing = next((course for course in range(count) if course not in place), None)
    if missing is not None:
        return f"course {missing} is missing"
    for course, first in pairs:
        if place[first] > place[course]:
            return f"course {course} comes before {first}, which must be taken before it"
    return None


def _short(number: int) -> str:
    return str(number) if number.bit_length() < 64 else "a very large number"
