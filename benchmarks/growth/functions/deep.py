"""Functions that recurse once for each of n numbers, each with its class of memory."""


def deep_recursion(a):  # n
    def total(at):
        return a[at] + total(at + 1) if at < len(a) else 0

    return total(0)


def depth_of_half(a):  # n
    def deepest(at):
        return 1 + max(deepest(at + 2), 0) if at < len(a) else 0

    return deepest(0)


def slices_all_the_way_down(a):  # n^2
    def total(rest):
        return rest[0] + total(rest[1:]) if rest else 0

    return total(a)
