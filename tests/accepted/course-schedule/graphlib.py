from graphlib import *
def findOrder(n, pre):
    ts = TopologicalSorter({i: () for i in range(n)})
    for a, b in pre: ts.add(a, b)
    try: return (*ts.static_order(),)
    except CycleError: return None
