"""Source of the helpers that kinds add to a replay test."""

TREE = '''
def tree(solution, values):
    """Build a tree from its level order; return its root."""
    nodes = [None if value is None else solution.TreeNode(value) for value in values]
    following = iter(nodes[1:])
    for node in nodes:
        if node is not None:
            node.left, node.right = next(following, None), next(following, None)
    return nodes[0] if nodes else None
'''

NODE = '''
def node(root, wanted):
    """Return the node of a tree that holds a value."""
    nodes = [root]
    for each in nodes:
        if each is not None and each.val == wanted:
            return each
        nodes += [each.left, each.right] if each is not None else []
'''

VALUE = '''
def value_of(node):
    """Return what a node holds."""
    return None if node is None else node.val
'''

LEVELS = '''
def levels(root):
    """Return the level order of a tree."""
    values, nodes = [], [root]
    for node in nodes:
        values.append(None if node is None else node.val)
        nodes += [] if node is None else [node.left, node.right]
    while values and values[-1] is None:
        values.pop()
    return values
'''

CHAIN = '''
def chain(solution, values):
    """Build a linked list; return its first node."""
    first = None
    for value in reversed(values):
        node = solution.ListNode(value)
        node.next, first = first, node
    return first
'''

UNCHAINED = '''
def unchained(node):
    """Return the values of a linked list."""
    values = []
    while node is not None:
        values.append(node.val)
        node = node.next
    return values
'''

METHOD = '''
def method(solution, name):
    """Return a method that stands without its class; such functions call each other by `self`."""
    functions = {n: f for n, f in vars(solution).items() if isinstance(f, FunctionType)}
    methods = {n: f for n, f in functions.items() if f.__code__.co_varnames[:1] == ("self",)}
    return getattr(type("Solution", (), methods)(), name)
'''

WRITTEN = '''
def written(lines):
    """Write the lines to a file of their own; return its path."""
    with tempfile.NamedTemporaryFile("wb", suffix=".log", delete=False) as file:
        file.write("\\n".join(lines).encode("utf-8", "surrogatepass"))
    return file.name
'''

RESOLVED = '''
def resolved(value, results):
    """Return an argument, with the result of an earlier call where it stands for one."""
    if isinstance(value, dict) and value.keys() == {"result"}:
        return results[value["result"]]
    return [resolved(item, results) for item in value] if isinstance(value, list) else value
'''

LOOSELY = '''
def loosely(answer, right):
    """Return an answer as what it stands for: a tuple for a list, 1 for True."""
    if isinstance(right, list):
        if answer is None:
            return []
        if isinstance(answer, tuple) or type(answer).__name__.startswith(("dict_", "odict_")):
            answer = list(answer)
        if not isinstance(answer, list) or not right:
            return answer
        return [loosely(one, right[min(i, len(right) - 1)]) for i, one in enumerate(answer)]
    if type(right) is float and type(answer) in (int, float):
        return right if abs(answer - right) <= 1e-5 else float(answer)
    return bool(answer) if type(right) is bool and type(answer) is int else answer
'''

FUNCTION_HELPERS = {
    "tree": TREE,
    "node": NODE,
    "value_of": VALUE,
    "levels": LEVELS,
    "chain": CHAIN,
    "unchained": UNCHAINED,
    "method": METHOD,
    "written": WRITTEN,
    "loosely": LOOSELY,
}
CALL_HELPERS = {
    "resolved": RESOLVED,
    "tree": TREE,
    "levels": LEVELS,
    "chain": CHAIN,
    "unchained": UNCHAINED,
    "loosely": LOOSELY,
}
