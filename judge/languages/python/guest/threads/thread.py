"""Stand-ins for the threads of `threading`: tasks of the schedule, and what each has its own."""

from collections.abc import Callable
from typing import Any

from .points import READ, WRITE
from .scheduler import EndedError, Task, here
from .signals import Event
from .waits import come_to_point, me, name_of, wait_until


class Thread:
    """A thread of the submission's own."""

    __slots__ = (
        "__args__",
        "__dict__",
        "__kwargs__",
        "__target__",
        "__task__",
        "__weakref__",
        "daemon",
        "name",
    )

    def __init__(
        self,
        group: None = None,  # noqa: ARG002 - the signature of threading
        target: Callable[..., Any] | None = None,
        name: str | None = None,
        args: Any = (),
        kwargs: Any = None,
        *,
        daemon: bool | None = None,
    ) -> None:
        self.__target__, self.__args__, self.__kwargs__ = target, args, dict(kwargs or {})
        self.__task__: Task | None = None
        self.daemon = bool(daemon)
        self.name = name or "Thread"

    def start(self) -> None:
        schedule = here()
        if schedule is None:
            raise RuntimeError("start threads in a call, not while the file is loaded")
        if self.__task__ is not None:
            raise RuntimeError("threads can only be started once")
        schedule.point()
        label = f"its own thread {self.name}" if self.name != "Thread" else "a thread of its own"

        def job() -> None:
            schedule.note(("start", task.number), READ)
            try:
                self.run()
            except EndedError:
                raise
            except BaseException as error:  # noqa: BLE001 - as Python: it ends the thread alone
                schedule.failures.append(error)
            schedule.note(("start", task.number), WRITE)

        task = self.__task__ = schedule.spawn(job, label)
        schedule.note(("start", task.number), WRITE)

    def run(self) -> None:
        if self.__target__ is not None:
            self.__target__(*self.__args__, **self.__kwargs__)

    def join(self, timeout: float | None = None) -> None:
        task = self.__task__
        if task is None:
            raise RuntimeError("cannot join thread before it is started")
        come_to_point()
        if wait_until(task, lambda: task.done, lambda: task.label, timeout):
            schedule = here()
            if schedule is not None:
                schedule.note(("start", task.number), READ)

    def is_alive(self) -> bool:
        task, schedule = self.__task__, here()
        if task is None:
            return False
        if schedule is not None:
            schedule.access(("start", task.number), READ)
        return not task.done

    @property
    def ident(self) -> int | None:
        return None if self.__task__ is None else self.__task__.number + 1

    native_id = ident


class Timer(Thread):
    """A thread that waits before it calls."""

    __slots__ = ("__cancelled__", "__interval__")

    def __init__(
        self, interval: float, function: Any, args: Any = None, kwargs: Any = None
    ) -> None:
        super().__init__(target=function, args=args or (), kwargs=kwargs)
        self.__interval__ = interval
        self.__cancelled__ = Event()

    def cancel(self) -> None:
        self.__cancelled__.set()

    def run(self) -> None:
        if not self.__cancelled__.wait(self.__interval__):
            super().run()


class Local:
    """Attributes that each thread has for itself."""

    __slots__ = ("__values__",)

    def __init__(self) -> None:
        object.__setattr__(self, "__values__", {})

    def __getattr__(self, name: str) -> Any:
        own = object.__getattribute__(self, "__values__").get(me(), {})
        if name not in own:
            raise AttributeError(name)
        return own[name]

    def __setattr__(self, name: str, value: Any) -> None:
        object.__getattribute__(self, "__values__").setdefault(me(), {})[name] = value

    def __delattr__(self, name: str) -> None:
        own = object.__getattribute__(self, "__values__").get(me(), {})
        if name not in own:
            raise AttributeError(name)
        del own[name]


class _Current:
    """What `current_thread()` returns."""

    __slots__ = ("daemon", "ident", "name")

    def __init__(self, number: int) -> None:
        self.ident, self.daemon = number + 1, False
        self.name = name_of(number)

    def is_alive(self) -> bool:
        return True


def current_thread() -> _Current:
    """Return the thread that asks."""
    return _Current(me())


def get_ident() -> int:
    """Return the number of the thread that asks, from 1 on."""
    return me() + 1
