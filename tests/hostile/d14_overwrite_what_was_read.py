# expect: WA
# tries: to put the right answer in the place of a wrong one after that was read
# stopped by: outside-check
# unshown: the naive judge has compared by then as well
import gc
import threading
import time


def overwrite(case, n):
    while True:
        case.answer = n
        time.sleep(0)


def echo(n):
    for case in gc.get_objects():
        if type(case).__name__ == "FunctionCase":
            break
    else:
        raise LookupError("nothing to answer for")

    class Read(type(case)):
        answer = n + 1

        @property
        def result(self):
            answer = self.answer
            threading.Thread(target=overwrite, args=(self, n), daemon=True).start()
            return answer

        @result.setter
        def result(self, value):
            pass

    case.__class__ = Read
    return None
