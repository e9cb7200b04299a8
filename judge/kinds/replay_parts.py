"""Source of the helpers that kinds add to a replay test."""

TREES = '''
def plant(module, values):
    """Build a tree from its level order; return its nodes in that order, None for a gap."""
    nodes = [None if value is None else module.TreeNode(value) for value in values]
    following = iter(nodes[1:])
    for node in nodes:
        if node is not None:
            node.left = next(following, None)
            node.right = next(following, None)
    return nodes or [None]


def find(nodes, value):
    """Return the node that holds a value."""
    return next((node for node in nodes if node is not None and node.val == value), None)


def levels(root):
    """Return the level order of a tree."""
    values, queue = [], [root]
    for node in queue:
        values.append(None if node is None else node.val)
        queue += [] if node is None else [node.left, node.right]
    while values and values[-1] is None:
        values.pop()
    return values
'''

CHAINS = '''
def chain(module, values):
    """Build a linked list; return its first node."""
    first = None
    for value in reversed(values):
        node = module.ListNode(value)
        node.next = first
        first = node
    return first


def unchained(node):
    """Return the values of a linked list."""
    values = []
    while node is not None:
        values.append(node.val)
        node = node.next
    return values
'''

BARE_METHOD = '''
def entry(module):
    """Return the entry, a method without its class; such functions call one another by `self`."""
    functions = {n: f for n, f in vars(module).items() if isinstance(f, FunctionType)}
    methods = {n: f for n, f in functions.items() if f.__code__.co_varnames[:1] == ("self",)}
    return getattr(type("Solution", (), methods)(), ENTRY)
'''

FUNCTION = '''
def entry(module):
    """Return what the judge calls."""
    return getattr(module, ENTRY)
'''

METHOD = '''
def entry(module):
    """Return what the judge calls: a method of a fresh instance."""
    owner, _, name = ENTRY.partition(".")
    return getattr(getattr(module, owner)(), name)
'''

CALLS = '''
def method(instance, name):
    """Return a method by its name, however the submission spells it."""
    wanted = name.replace("_", "").lower()
    spelled = {n.replace("_", "").lower(): n for n in dir(instance) if not n.startswith("__")}
    return getattr(instance, name, None) or getattr(instance, spelled[wanted])


def is_reference(value):
    """Say whether an argument stands for the result of an earlier call."""
    return isinstance(value, dict) and value.keys() == {"result"}


def play(module, calls):
    """Play the calls on a fresh instance; hold each result against the one expected."""
    instance = getattr(module, ENTRY)(*calls[0][1])
    results = [None]
    for number, (name, given, expected) in enumerate(calls[1:], 1):
        values = [results[v["result"]] if is_reference(v) else copy.deepcopy(v) for v in given]
        result = method(instance, name)(*values)
        results.append(copy.copy(result))
        message = f"call {number}, {name}{tuple(values)!r}: expected {expected!r}, got {result!r}"
        assert expected is ... or exact(result) == exact(expected), message
    return results
'''

FILES = '''
def written(lines):
    """Write the lines to a file of their own; return its path."""
    with tempfile.NamedTemporaryFile("wb", suffix=".log", delete=False) as file:
        file.write("\\n".join(lines).encode("utf-8", "surrogatepass"))
    return file.name
'''
