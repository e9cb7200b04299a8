# expect: TLE
# tries: to work in the runner's own thread between the answer and the next request
# stopped by: budget
import gc
import time

found = None


def find():
    for case in gc.get_objects():
        if type(case).__name__ == "FunctionCase":
            return case
    raise LookupError("nothing to work for")


def working(case):
    forget = type(case).forget

    class Working(type(case)):
        read = False

        def forget(self):
            # Called once the answer has been sent, and again before the next arguments.
            if self.read:
                self.read = False
                end = time.process_time() + 1
                while time.process_time() < end:
                    pass
            forget(self)

    case.__class__ = Working
    return case


def echo(n):
    global found
    if found is None:
        found = working(find())
    found.read = True
    return n
