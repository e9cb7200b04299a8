"""The description of what the programs of a fork server run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Guest:
    """A package that the fork server imports from `folder` of the host, under `name`.

    Its module `runner` has three functions: `preload(modules, **options)` is called once in the
    fork server, before it enters its root, and may return the names of what programs lack on this
    host; `warm_up()` there and in each program; `serve(read_fd, write_fd, file)` in each program
    answers request frames until the channel closes. `file` is the one file that the program may
    write; None if it has a scratch folder. The package may import the standard library and
    `sandbox.frames`. `VERSION`, if it has one, is the release of the language, for reports.
    `modules` are read-only modules, by name and path, that programs may import in addition to the
    standard library; `options` are the guest's own, values of JSON.
    """

    name: str
    folder: str
    modules: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
