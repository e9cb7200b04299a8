# expect: AC
# tries: to give its answer only when that is read; what little time it takes then is counted too
# stopped by: outside-check
import gc

found = None


def find():
    for case in gc.get_objects():
        if type(case).__name__ == "FunctionCase":
            return case
    raise LookupError("nothing to answer for")


def late(case):
    class Late(type(case)):
        answer = None

        @property
        def result(self):
            return self.answer

        @result.setter
        def result(self, value):
            pass

    case.__class__ = Late
    return case


def echo(n):
    global found
    if found is None:
        found = late(find())
    found.answer = n
    return None
