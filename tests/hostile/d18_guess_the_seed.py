# expect: WA
# tries: to answer with cases that it drew itself from seeds it can guess, not with what it is given
# stopped by: outside-check
# unshown: the naive judge draws no cases
#
# With the default key the seed of the live cases hangs on the source and the package alone, so
# whoever has both can draw them: outside, with the library that is not in here, and of a source
# that is finished. No answer can be put into it without drawing others. The cases of the corpus
# are public; the first of them are answered from memory here, and none of the others is.
import gc
import hashlib
import random

KNOWN = range(6)


def own_source():
    for thing in gc.get_objects():
        if type(thing).__name__ == "Guest":
            return "\n".join(thing._program.source).encode()
    raise LookupError("no source of its own")


def seeds():
    yield from range(1000)
    for key in (b"", b"judge", b"echo"):
        for source in (b"", own_source(), own_source() + b"\n"):
            parts = (key, b"", source)
            digest = hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts))
            yield int.from_bytes(digest.digest()[:8], "big")


def drawn(seed):
    own = random.Random(seed)
    return [own.randint(-4, 12) for _ in range(40)]


left, given = None, []


def echo(n):
    global left
    if n in KNOWN:
        return n
    if left is None:
        left = [drawn(seed) for seed in seeds()]
    left = [draws for draws in left if draws[: len(given)] == given]
    foreseen = left[0][len(given)] if left else None
    given.append(n)
    return foreseen
