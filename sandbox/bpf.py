"""A small assembler for seccomp filters, and the call that loads one irrevocably.

A filter is a list of instructions that read the number and arguments of a system call and return
an action. Jumps only go forward: each gives the number of instructions to skip if its test is true,
and if it is false.
Facts: seccomp(2), linux/filter.h, Documentation/userspace-api/seccomp_filter.rst.
"""

import ctypes
import errno
import struct
from collections.abc import Iterable
from typing import NamedTuple

from sandbox import syscalls
from sandbox.errors import SandboxError

ALLOW = 0x7FFF0000
NOTIFY = 0x7FC00000
KILL = 0x80000000
_ERRNO = 0x00050000

#: Load a word, mask it, jump if equal, greater, at least, any bit set; return an action.
LD, AND, JEQ, JGT, JGE, JSET, RET = 0x20, 0x54, 0x15, 0x25, 0x35, 0x45, 0x06
#: Offsets in struct seccomp_data.
NUMBER, ARCHITECTURE = 0, 4
_X32_BIT = 0x40000000

INSTRUCTION_BYTES = 8  #: struct sock_filter
_SET_MODE_FILTER = 1
_NEW_LISTENER = 1 << 3


class Instruction(NamedTuple):
    """One instruction: code, instructions to skip if true and if false, operand."""

    code: int
    true: int
    false: int
    operand: int

    def packed(self) -> bytes:
        return struct.pack("=HBBI", self.code, self.true, self.false, self.operand)


Code = list[Instruction]


def load_word(offset: int) -> Instruction:
    """Load 32 bits of struct seccomp_data: `NUMBER`, `ARCHITECTURE`, or a word of an argument."""
    return Instruction(LD, 0, 0, offset)


def low(argument: int) -> int:
    """Return the offset of the low word of an argument, counted from 0."""
    return 16 + 8 * argument


def high(argument: int) -> int:
    """Return the offset of the high word of an argument; both machines are little-endian."""
    return low(argument) + 4


def give(action: int) -> Instruction:
    """End the filter with this action."""
    return Instruction(RET, 0, 0, action)


def errno_action(number: int) -> int:
    """Return the action that makes the call fail with this errno."""
    return _ERRNO | number


def prologue() -> Code:
    """Kill calls of another architecture, and load the number of the call.

    The architecture comes first, since the same number means another call elsewhere.
    """
    code = [
        load_word(ARCHITECTURE),
        Instruction(JEQ, 1, 0, syscalls.AUDIT_ARCH),
        give(KILL),
        load_word(NUMBER),
    ]
    if syscalls.MACHINE == "x86_64":
        code += [Instruction(JGE, 0, 1, _X32_BIT), give(KILL)]
    return code


def when(name: str, body: Code) -> Code:
    """Run `body`, which ends with an action, for the call `name`; empty if it does not exist."""
    number = syscalls.NUMBERS.get(name)
    if number is None:
        return []
    return [Instruction(JEQ, 0, len(body), number), *body]


def one_of(argument: int, values: Iterable[int], otherwise: int) -> Code:
    """Allow if an argument's low word is one of `values`, else return `otherwise`."""
    body = [load_word(low(argument))]
    for value in values:
        body += [Instruction(JEQ, 0, 1, value), give(ALLOW)]
    return [*body, give(otherwise)]


def refuse_flags(argument: int, flags: int) -> Code:
    """Refuse if an argument has any of these flags, else allow."""
    return [
        load_word(low(argument)),
        Instruction(JSET, 0, 1, flags),
        give(errno_action(errno.EPERM)),
        give(ALLOW),
    ]


def above(argument: int, bound: int, action: int) -> Code:
    """Return `action` if the 64-bit argument is above `bound`, else allow."""
    bound_high, bound_low = bound >> 32, bound & 0xFFFFFFFF
    return [
        load_word(high(argument)),
        Instruction(JGT, 4, 0, bound_high),
        Instruction(JEQ, 0, 2, bound_high),
        load_word(low(argument)),
        Instruction(JGT, 1, 0, bound_low),
        give(ALLOW),
        give(action),
    ]


def allow_zero(argument: int) -> Code:
    """Allow if the 64-bit argument is zero, else fall through."""
    return [
        load_word(low(argument)),
        Instruction(JEQ, 0, 3, 0),
        load_word(high(argument)),
        Instruction(JEQ, 0, 1, 0),
        give(ALLOW),
    ]


def allow_zero_word(argument: int) -> Code:
    """Allow if the low word of an argument is zero, else fall through."""
    return [load_word(low(argument)), Instruction(JEQ, 0, 1, 0), give(ALLOW)]


def packed(code: Code) -> bytes:
    """Pack a filter as the kernel expects it."""
    return b"".join(instruction.packed() for instruction in code)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def load(code: bytes) -> None:
    """Load a packed filter on this thread, irrevocably. no_new_privs must be set."""
    _load("seccomp", code, 0)


def load_witness(code: bytes) -> int:
    """Load a packed filter and return the descriptor of its notifications."""
    return _load("seccomp witness", code, _NEW_LISTENER)


def _load(step: str, code: bytes, flags: int) -> int:
    if not syscalls.KNOWN:
        raise SandboxError(step, f"no system call table for {syscalls.MACHINE}")
    buffer = ctypes.create_string_buffer(code, len(code))
    request = _Program(len(code) // INSTRUCTION_BYTES, ctypes.cast(buffer, ctypes.c_void_p))
    return syscalls.call(step, "seccomp", _SET_MODE_FILTER, flags, ctypes.byref(request))
