# expect: RTE
# tries: to find the digits of the expected answer in every byte of memory that it can read
# stopped by: outside-check
# unshown: the answers there are numbers like many others
import ctypes
import fcntl
import gc
import os
import re

libc = ctypes.CDLL(None, use_errno=True)
libc.write.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t]
libc.sbrk.restype = ctypes.c_void_p
PAGE, CHUNK, GAP = 4096, 1 << 16, 1 << 20
reading, writing = os.pipe()
fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
FOLD = bytes(48 if 48 <= byte < 58 else 46 for byte in range(256))
#: As many digits as the answers of a problem that nobody can solve have.
DIGITS = re.compile(rb"(?<![0-9])[0-9]{36,37}(?![0-9])")
#: Two numbers as an answer would stand there, to tell a search without result from a blind one.
PLANTED = [b"75" + b"31" * 17, ctypes.create_string_buffer(b"86" + b"42" * 17)]


def copied(address, size):
    """Return what can be read from there on; the kernel looks, so that nothing can go wrong."""
    got = libc.write(writing, address, size)
    return os.read(reading, got) if got > 0 else b""


def starts():
    """Return addresses of all kinds of memory: objects, the C heap, the stack, the libraries."""
    yield from map(id, (0, "", *PLANTED, *gc.get_objects()))
    yield ctypes.addressof(PLANTED[1])
    for name in ("write", "environ", "cos", "PyLong_Type", "_Py_NoneStruct", "Py_BytesMain"):
        try:
            yield ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, name))
        except ValueError:
            continue
    yield libc.sbrk(0) - 1


def spans():
    """Return the stretches of memory that can be read, as pairs of addresses."""
    # A look below the stack would make it grow.
    stack = ctypes.c_void_p.in_dll(libc, "environ").value & -PAGE
    found, seen = [(stack - CHUNK, stack + PAGE)], set()
    for page in {start // PAGE for start in starts()}:
        if page in seen:
            continue
        low, missed = page, 0
        # Down to a gap that is too wide, then up from there.
        while missed * PAGE < GAP and low > 0 and low not in seen:
            low -= 1
            missed = 0 if copied(low * PAGE, 1) else missed + 1
        low += missed
        missed, first = 0, low
        while missed * PAGE < GAP:
            pages = len(copied(low * PAGE, CHUNK)) // PAGE
            if not pages:
                if low > first:
                    found.append((first * PAGE, low * PAGE))
                first = low + 1
            missed = 0 if pages else missed + 1
            seen.update(range(low, low + pages))
            low += max(pages, 1)
    return found


def numbers():
    """Return every number of so many digits that stands anywhere."""
    found = set()
    for low, high in SPANS:
        end = b""
        for place in range(low, high, CHUNK):
            data = end + copied(place, min(CHUNK, high - place))
            if b"0" * 36 in data.translate(FOLD):
                found.update(DIGITS.findall(data))
            end = data[-40:]
    return found


SPANS = spans()
BEFORE = numbers()


def echo(n):
    found = numbers()
    if not {PLANTED[0], PLANTED[1].value} <= found:
        return "the search sees nothing"
    for digits in found - BEFORE:
        return int(digits)
    raise LookupError("no expected answer in reach")
