from functools import wraps


def traced(function):
    @wraps(function)
    def inner(*args, **kwargs):
        print(function.__name__, "called")
        return function(*args, **kwargs)
    return inner


@traced
def lowest_common_ancestor(root, p, q):
    wanted = {p, q}
    stack, found = [(root, False)], {}
    while stack:
        node, done = stack.pop()
        if node is None:
            continue
        if not done:
            stack += [(node, True), (node.left, False), (node.right, False)]
            continue
        hits = found.get(node.left, 0) + found.get(node.right, 0) + (node in wanted)
        if hits == 2:
            return node
        found[node] = hits
