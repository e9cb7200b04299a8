# expect: TLE
# tries: to do its work only when the answer is read, where the clock of the call has stopped
# stopped by: clock
import gc
import time


def work(n):
    end = time.process_time() + 1
    while time.process_time() < end:
        pass
    return n


def echo(n):
    for case in gc.get_objects():
        if type(case).__name__ == "FunctionCase":
            break
    else:
        raise LookupError("nothing to answer for")

    class Late(type(case)):
        @property
        def result(self):
            return work(n)

        @result.setter
        def result(self, value):
            pass

    case.__class__ = Late
    return None
