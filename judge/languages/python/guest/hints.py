"""Say what is behind a failure that comes from where a program runs, and not from what it does.

A helper file, a notebook, another Python, standard input: people run their programs elsewhere
first, and Python's own words say nothing of the difference.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

VERSION = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
#: What can be imported, as people read it.
MODULES = "the standard library, sortedcontainers"
STDIN = "standard input is empty here"

_name_of_import = vars(ImportError)["name"].__get__
_object_of = vars(AttributeError)["obj"].__get__
_name_of = vars(NameError)["name"].__get__
_attribute_of = vars(AttributeError)["name"].__get__

#: Widely known packages; a module of any other name is taken for a file of the submission's own.
_PACKAGES = (
    "numpy pandas scipy sympy networkx numba torch tensorflow sklearn matplotlib requests pytest"
    " hypothesis attr attrs pydantic yaml bs4 lxml PIL cv2 more_itertools toolz cytoolz llist"
    " bitarray gmpy2 mpmath pyrsistent blist ortools Cython psutil tqdm rich flask django fastapi"
    " sqlalchemy IPython typing_extensions dateutil pytz regex six boto3 redis httpx aiohttp"
    " uvloop trio anyio line_profiler memory_profiler icecream loguru seaborn plotly"
)
#: Modules that later versions of Python have dropped.
_DROPPED = "distutils imp asyncore asynchat smtpd cgi cgitb crypt nntplib telnetlib"
#: Syntax by the version that brought it, and its name.
_NEWER: tuple[tuple[tuple[int, int], str, str], ...] = (
    ((3, 12), r"\s*type\s+\w+\s*(\[.*\])?\s*=", "`type` statements"),
    ((3, 12), r"\s*(async\s+)?(def|class)\s+\w+\s*\[", "type parameters"),
    ((3, 13), r"\s*((async\s+)?def|class|type)\s+\w+\s*\[[^\]]*=", "defaults of type parameters"),
    ((3, 14), r"\s*except\*?\s+[\w.]+\s*,.*:", "`except` of several types without parentheses"),
    ((3, 14), r".*\b([tT][rR]?|[rR][tT])['\"]", "template strings"),
)
_NOTEBOOK = "a line of a notebook: export it as a script (.py)"
#: Names that only a notebook has; `In [1]: x` is an annotation to Python.
_NOTEBOOK_NAMES = ("In", "Out", "get_ipython", "display")
#: Lines that are no Python, and where people have them from.
_LINES: tuple[tuple[str, str], ...] = (
    (r"(<{7}|={7}|>{7})(\s|$)", "a mark of a merge that is not finished"),
    (r"\s*>>>", "a line of an interactive session: leave out the prompts"),
    (r"\s*[%!?]", _NOTEBOOK),
    (r"\s*\w+\s*=\s*[%!]", _NOTEBOOK),
    (r"\s*[\w.]+\?{1,2}\s*$", _NOTEBOOK),
    (r"\s*(```|~~~)", "a fence of Markdown: paste what stands between the fences"),
    (r"\s*(\$\s|(pip3?|conda|uv|python3?)\s+\w)", "a line for a shell: leave it out"),
)
#: What Python 2 had, and what does the same here.
_OF_PYTHON_2 = {
    "xrange": "range",
    "raw_input": "input",
    "unicode": "str",
    "unichr": "chr",
    "basestring": "str",
    "long": "int",
    "reduce": "functools.reduce",
    "cmp": "key=",
    "iteritems": "items()",
    "itervalues": "values()",
    "iterkeys": "keys()",
    "has_key": "in",
    "maxint": "sys.maxsize",
}
#: Lines of Python 2 that are no Python 3.
_PYTHON_2_LINES = (
    r"\s*(print|exec)\s+[^\s=(]",
    r"\s*(print|exec)\s+\(.*\)\s*[,%]",
    r"\s*print\s*>>",
    r"\s*except\s+[\w.]+\s*,\s*[a-z]\w*\s*:",
    r"\s*raise\s+[\w.]+\s*,",
    r".*[^<]<>[^>]",
    r".*\b\d+[lL]\b",
)
_INTERVAL = "an interval is a list [start, end] here, no object"
_RELATIVE = re.compile(r"\s*from\s+\.+(\w*)")


def of_text(text: str) -> str | None:
    """Return what a text is that was never a Python source; None if it may be one."""
    start = text[:200].lstrip().lower()
    if start.startswith("{") and '"nbformat"' in text and '"cells"' in text:
        return "this is a notebook: export it as a script (.py)"
    if start.startswith(("<!doctype html", "<html")):
        return "this is a web page: save the code alone"
    if start.startswith("{\\rtf"):
        return "this is rich text: save it as plain text"
    return None


def of_syntax(error: SyntaxError, lines: Sequence[str]) -> str | None:
    """Return what to add to the message of an error of compile()."""
    number = error.lineno or 0
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    for pattern, what in _LINES:
        if re.match(pattern, line):
            return what
    if any(re.match(pattern, line) for pattern in _PYTHON_2_LINES):
        return f"a line of Python 2, this is {VERSION}"
    for version, pattern, what in reversed(_NEWER):
        if sys.version_info[:2] < version and re.match(pattern, line):
            return f"{what} came with Python {version[0]}.{version[1]}, this is {VERSION}"
    message = str(error.msg)
    if message == "invalid syntax" or message.startswith("f-string"):
        return f"this is {VERSION}"
    return None


def explained(
    fault: dict[str, Any], error: BaseException, lines: Sequence[str], call: str
) -> dict[str, Any]:
    """Return a fault with what is behind it in its message; `call` is what the judge does."""
    try:
        message = _message(fault, error, lines, call)
    except BaseException:  # noqa: BLE001 - a forged exception: its own words must do
        return fault
    return fault if message is None else fault | {"message": message}


def call_of(interface: Mapping[str, Any]) -> str:
    """Return what the judge does with a submission, as a person says it."""
    inside = ", ".join(parameter["name"] for parameter in interface["parameters"])
    if interface["kind"] == "class":
        return f"makes {interface['names'][0]}({inside}) and calls its methods"
    return f"calls {interface['names'][0]}({inside})"


def _message(
    fault: dict[str, Any], error: BaseException, lines: Sequence[str], call: str
) -> str | None:
    line = lines[fault["line"] - 1] if fault["line"] and fault["line"] <= len(lines) else ""
    if type(error) is EOFError:
        return f"{STDIN}: the judge {call}"
    if type(error) is ModuleNotFoundError:
        return _missing(str(_name_of_import(error)), line)
    words = None
    if type(error) is NameError:
        words = _of_name(str(_name_of(error)))
    elif type(error) is AttributeError:
        words = _of_attribute(_object_of(error), str(_attribute_of(error)))
    if words is not None:
        return f"{fault['message']} ({words})"
    if type(error) is ImportError:
        relative = _RELATIVE.match(line)
        if relative and "relative import" in fault["message"]:
            return _one_file(relative[1])
        if _name_of_import(error) in sys.stdlib_module_names:
            return f"{fault['message']} (this is {VERSION})"
    return None


def _of_name(name: str) -> str | None:
    """Return what is behind a name that is not defined."""
    if name in _NOTEBOOK_NAMES:
        return "a line of a notebook: leave it out"
    return _INTERVAL if name == "Interval" else _of_python_2(name)


def _of_attribute(owner: Any, name: str) -> str | None:
    """Return what is behind an attribute that is missing."""
    if type(owner) is list and name in {"start", "end"}:
        return _INTERVAL
    old = _of_python_2(name) if type(owner) is dict or owner is sys else None
    if old is None and type(owner) is ModuleType and owner.__name__ in sys.stdlib_module_names:
        return f"this is {VERSION}"
    return old


def _of_python_2(name: str) -> str | None:
    now = _OF_PYTHON_2.get(name)
    return None if now is None else f"Python 2; in {VERSION} it is {now}"


def _missing(name: str, line: str) -> str:
    top = name.partition(".")[0]
    for given in ("TreeNode", "ListNode"):
        if given in line:
            return f"{given} is preloaded here: drop the import"
    if top in _DROPPED.split():
        return f"{VERSION} has no {top} any more"
    if top in sys.stdlib_module_names:
        return f"no {name} here, though it belongs to the standard library: this is {VERSION}"
    if top in _PACKAGES.split():
        return f"no {top} here; there are: {MODULES}"
    return f"{_one_file(top)}; modules that can be imported: {MODULES}"


def _one_file(name: str) -> str:
    return f"one file is judged: paste {name or 'the other file'}{'.py' * bool(name)} into it"
