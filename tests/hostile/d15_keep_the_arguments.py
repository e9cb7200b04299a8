# expect: WA
# tries: to have the judge compare with arguments that were changed in place
# stopped by: outside-check
# unshown: it needs a judge that works out what it expects after the call
import gc


def echo(n):
    changed = 0
    for thing in gc.get_objects():
        if type(thing) is list and thing == [n]:
            thing[0] = n + 1
            changed += 1
    if not changed:
        raise LookupError("no arguments to change")
    return n + 1
