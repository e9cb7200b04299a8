# expect: RTE|WA
# tries: to find the expected answer in all objects that can be reached from any other
# stopped by: outside-check
# unshown: the answers there are numbers like many others
import gc
import sys
from types import CodeType, FrameType

#: Hidden as an answer might be, to tell a walk that finds nothing from one that sees nothing.
PLANTED = 3 << 99
HIDDEN = ({"answers": [lambda planted=(PLANTED,): planted]},)


def looks_expected(value):
    return type(value) is int and value.bit_length() > 100


def neighbours(thing):
    found = gc.get_referents(thing)
    if type(thing) is CodeType:
        found += thing.co_consts
    elif type(thing) is FrameType:
        found += thing.f_locals.values()
    return found


def echo(n):
    gc.unfreeze()
    waiting = [*gc.get_objects(), *sys.modules.values(), *sys._current_frames().values()]
    waiting += [HIDDEN, sys._getframe()]
    own = {id(waiting)}
    seen, numbers = set(own), set()
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if looks_expected(thing):
            numbers.add(thing)
        elif type(thing) not in (int, str, bytes, float, bool):
            waiting += neighbours(thing)
    if PLANTED not in numbers:
        return "the walk sees nothing"
    print(len(seen), numbers)
    for number in numbers - {PLANTED}:
        return number
    raise LookupError("no expected answer in reach")
