"""A tiny interpreter of the filters, so that their truth tables are tested without a kernel."""

import struct

from sandbox.bpf import Instruction


def verdict(program: list[Instruction], number: int, arch: int, arguments: tuple[int, ...]) -> int:
    """Return the action that the filter gives for one system call.

    Only the instructions that `sandbox.bpf` has are known (linux/filter.h).
    """
    padded = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    data = struct.pack("=IIQ6Q", number, arch, 0, *padded)
    accumulator, at = 0, 0
    while True:
        step = program[at]
        at += 1
        if step.code == 0x06:
            return step.operand
        if step.code == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, step.operand)
            continue
        if step.code == 0x54:
            accumulator &= step.operand
            continue
        held = {
            0x15: accumulator == step.operand,
            0x25: accumulator > step.operand,
            0x35: accumulator >= step.operand,
            0x45: bool(accumulator & step.operand),
        }[step.code]
        at += step.true if held else step.false
