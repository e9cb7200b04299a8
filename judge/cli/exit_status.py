"""Turn errors into one message on standard error and an exit status."""

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path

from click.exceptions import ClickException, Exit

from judge.cli.stdout import OutputError
from judge.errors import JudgeError, ProblemError, UnreachableError, UsageError
from judge.values import escape
from judge.verdict import Verdict


class Status(IntEnum):
    """The exit statuses of the contract."""

    DONE = 0
    NOT_ACCEPTED = 1
    MISTAKE = 2
    INTERNAL_ERROR = 3
    UNREACHABLE = 4
    INTERRUPTED = 130
    #: As a shell reports a program that SIGPIPE ended: the reader of our output went away.
    READER_GONE = 141


def status_of(verdict: Verdict) -> Status:
    """Return the exit status of a verdict."""
    if verdict is Verdict.ACCEPTED:
        return Status.DONE
    if verdict is Verdict.INTERNAL_ERROR:
        return Status.INTERNAL_ERROR
    return Status.NOT_ACCEPTED


@contextmanager
def report_errors() -> Iterator[None]:
    """Turn whatever is raised inside into one message on standard error and click's `Exit`."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except (Exit, ClickException):
        raise
    except JudgeError as error:
        _say(str(error))
        raise Exit(_status(error)) from None
    except KeyboardInterrupt:
        # Python remembers an interrupt in text that it ran, as dataclasses do when a module of
        # ours is imported, and would end by the signal. Running another text forgets it.
        exec("")  # noqa: S102 - see above
        _say("interrupted")
        raise Exit(Status.INTERRUPTED) from None
    except BrokenPipeError:
        _forget_output()
        raise Exit(Status.READER_GONE) from None
    except OutputError as error:
        _forget_output()
        _say(f"cannot write to standard output: {error.strerror}")
        raise Exit(Status.INTERNAL_ERROR) from None
    except SystemExit as error:
        # Nothing of ours exits in here: status 0 would say that a solution is accepted.
        _say(f"the code of a problem package ended the judge: sys.exit({error}){_where(error)}")
        raise Exit(Status.MISTAKE) from None
    except Exception as error:  # noqa: BLE001 - an error of ours must not look like a verdict
        shortage = _shortage(error)
        if shortage:
            _say(shortage)
        else:
            _say_internal(error)
        raise Exit(Status.INTERNAL_ERROR) from None


def _where(error: BaseException) -> str:
    """Return the line that raised, and what to do there."""
    frames = traceback.extract_tb(error.__traceback__)
    return f" at {frames[-1].filename}:{frames[-1].lineno}. Remove the exit" if frames else ""


def _status(error: JudgeError) -> Status:
    if isinstance(error, UsageError | ProblemError):
        return Status.MISTAKE
    if isinstance(error, UnreachableError):
        return Status.UNREACHABLE
    return Status.INTERNAL_ERROR


def _shortage(error: Exception) -> str:
    """Return what this machine has run out of and what to do; empty for an error of another kind.

    No traceback is kept: to write one might need what is missing.
    """
    if isinstance(error, MemoryError):
        return _SHORTAGES[errno.ENOMEM]
    if isinstance(error, RuntimeError) and str(error) == "can't start new thread":
        return _SHORTAGES[errno.EAGAIN]
    return _SHORTAGES.get(error.errno or 0, "") if isinstance(error, OSError) else ""


_SHORTAGES = {
    errno.EMFILE: "this process may open no more files: raise `ulimit -n`, 256 is enough",
    errno.ENFILE: "this machine can open no more files: end something else, then try again",
    errno.ENOMEM: "there is no memory left for the judge: end something else, then try again",
    errno.EAGAIN: "no more processes can be started: end something else, or raise `ulimit -u`",
    errno.ENOSPC: "the disk is full: make room, or set JUDGE_CACHE_DIR to a folder on another one",
    errno.EDQUOT: "your quota of the disk is used up: make room, or set JUDGE_CACHE_DIR elsewhere",
}


def _say(text: str) -> None:
    # Standard error may be closed, or a pipe that nobody reads: there is nobody to tell then.
    with suppress(OSError, ValueError):
        sys.stderr.write(f"judge: {escape(text, 20_000, keep=chr(10))}\n")
        sys.stderr.flush()


def _say_internal(error: Exception) -> None:
    words = "".join(traceback.format_exception(error))
    brief = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if os.environ.get("JUDGE_DEBUG"):
        _say(escape(words, 100_000, keep="\n"))
        where = "the traceback is above"
    else:
        where = _keep(words)
    _say(f"internal error, the judge's own fault: {escape(brief, 300)}; {where}")


def _keep(words: str) -> str:
    """Write the traceback to a file of its own (mode 0600) and return a sentence with its place."""
    import tempfile  # noqa: PLC0415 - dear, and hardly ever needed

    try:
        handle, name = tempfile.mkstemp(prefix="judge-traceback-", suffix=".txt")
        os.close(handle)
        Path(name).write_text(words, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return "set JUDGE_DEBUG=1 to see the traceback"
    return f"the traceback is in {name} (JUDGE_DEBUG=1 shows it here)"


def _forget_output() -> None:
    # What is still buffered would be flushed at exit, and fail again with words of Python's.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
