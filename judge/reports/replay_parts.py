"""Source of the helpers of every replay test: to compare, to stop, to profile."""

EXACT = '''
def exact(value):
    """Return a value with its types: True is not 1, and a tuple is no list."""
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [exact(item) for item in value]
    return type(value).__name__, value
'''

#: Where sets or dictionaries are expected.
EXACT_INSIDE = '''
def exact(value):
    """Return a value with its types: True is not 1, and a tuple is no list."""
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [exact(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return type(value).__name__, sorted((exact(item) for item in value), key=repr)
    if isinstance(value, dict):
        return type(value).__name__, [(exact(k), exact(value[k])) for k in sorted(value, key=repr)]
    return type(value).__name__, value
'''

UNORDERED = '''
def unordered(answer):
    """Return the items of a list in one order: any is right."""
    assert type(answer) is list, f"{answer!r} is no list"
    return sorted(map(exact, answer), key=repr)
'''

CHECK = '''
def check(arguments, expected, answer):
    """Return what is wrong, by the problem's own checker: many answers are right."""
    rules = {}
    exec(compile(CHECKER, "checker.py", "exec"), rules)
    said = rules["check"](arguments, expected, answer)
    return None if isinstance(said, tuple) and said[0] is None else said
'''

IN_SUBMISSION = '''
@contextlib.contextmanager
def in_submission(solution):
    """Let a debugger stop in the submission, not in a library that it calls."""
    try:
        yield
    except Exception as error:
        step, last = error.__traceback__, None
        while step is not None:
            if step.tb_frame.f_code.co_filename == solution.__file__:
                last = step
            step = step.tb_next
        if last is not None:
            last.tb_next = None
        raise
'''

TREE_NODE = """
class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right

    def __repr__(self):
        return f"TreeNode({self.val!r})"
"""

LIST_NODE = """
class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next

    def __repr__(self):
        return f"ListNode({self.val!r})"
"""

NODE_CLASSES = {"TreeNode": TREE_NODE, "ListNode": LIST_NODE}

#: Shares of a run, for a submission that is too slow.
PROFILE = '''
def profile(seconds=10.0):
    """Print the lines of the submission that take most time, of at most so many seconds.

    Tracing makes each line slower: shares count, not seconds. What a line calls outside the
    submission is part of it.
    """
    spent, last = {}, [None, 0.0]
    end = time.perf_counter() + seconds

    def trace(frame, event, _argument):
        now = time.perf_counter()
        if last[0] is not None:
            spent[last[0]] = spent.get(last[0], 0.0) + now - last[1]
        ours = frame.f_code.co_filename == str(SUBMISSION)
        caller = frame.f_back if event == "return" else frame
        inside = ours and caller.f_code.co_filename == str(SUBMISSION)
        last[:] = [caller.f_lineno if inside else None, time.perf_counter()]
        if now > end:
            raise TimeoutError
        return trace if ours else None

    sys.settrace(trace)
    try:
        test_counterexample()
    except AssertionError:
        pass  # what it returns is not the question
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

HELPERS = {
    "in_submission": IN_SUBMISSION,
    "check": CHECK,
    "unordered": UNORDERED,
    "exact": EXACT,
}
