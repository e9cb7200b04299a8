"""Does not load: the entry takes two parameters, and three are given."""


def lowest_common_ancestor(p, q):
    ancestors = set()
    while p:
        ancestors.add(p)
        p = p.parent
    while q not in ancestors:
        q = q.parent
    return q
