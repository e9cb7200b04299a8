"""Parts of a test that every kind of problem has: loading the submission, comparing exactly."""

LOAD = '''
def load() -> ModuleType:
    """Run the submission as the judge does: as a module, with the names that are given to it."""
    module = ModuleType("solution")
    module.__file__ = str(SUBMISSION)
    vars(module).update(GIVEN)
    sys.modules["solution"] = module
    sys.setrecursionlimit(60_000)
    random.seed(0)
    code = compile(SUBMISSION.read_bytes(), str(SUBMISSION), "exec", dont_inherit=True)
    try:
        exec(code, vars(module))
    except (Exception, SystemExit):
        # What fails after the entry is there, such as input(), is no fault of the entry's.
        if not hasattr(module, ENTRY.partition(".")[0]):
            raise
    return module
'''


EXACT = '''
def exact(value):
    """Return a value together with its types: True is not 1, and 2.0 is not 2."""
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [exact(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return type(value).__name__, sorted((exact(item) for item in value), key=repr)
    if isinstance(value, dict):
        return type(value).__name__, [(exact(k), exact(value[k])) for k in sorted(value, key=repr)]
    return type(value).__name__, value
'''


NODE_CLASSES = """
class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right

    def __repr__(self):
        return f"TreeNode({self.val!r})"


class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next

    def __repr__(self):
        return f"ListNode({self.val!r})"
"""


PROFILE = '''
def profile(seconds=10.0):
    """Print the lines of the submission that take most time, of at most so many seconds.

    Tracing makes each line slower: shares count, not seconds. What a line calls outside the
    submission is part of it.
    """
    module, spent, last = load(), {}, [None, 0.0]
    end = time.perf_counter() + seconds

    def trace(frame, event, _argument):
        now = time.perf_counter()
        if last[0] is not None:
            spent[last[0]] = spent.get(last[0], 0.0) + now - last[1]
        ours = frame.f_code.co_filename == str(SUBMISSION)
        caller = frame.f_back if event == "return" else frame
        last[:] = [caller.f_lineno if ours and caller is not None else None, time.perf_counter()]
        if now > end:
            raise TimeoutError
        return trace if ours else None

    sys.settrace(trace)
    try:
        play(module, PLAYED)
    except BaseException as error:
        print(f"stopped by {type(error).__name__}")
    finally:
        sys.settrace(None)
    text = SUBMISSION.read_text("utf-8", "replace").splitlines()
    total = sum(spent.values()) or 1.0
    for line, time_there in sorted(spent.items(), key=lambda item: -item[1])[:10]:
        source = ascii(text[line - 1])[1:-1] if line <= len(text) else ""
        print(f"{time_there / total:6.1%}  line {line}: {source}")


if __name__ == "__main__":
    profile()
'''
