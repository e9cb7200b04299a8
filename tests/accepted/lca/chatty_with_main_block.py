# Решение: обход в глубину, комментарии на русском языке.
import sys
sys.setrecursionlimit(50000)


def dfs(узел, p, q):
    if узел is None or узел is p or узел is q:
        return узел
    слева = dfs(узел.left, p, q)
    справа = dfs(узел.right, p, q)
    if слева and справа:
        return узел
    return слева or справа


def lowest_common_ancestor(root, p, q):
    print("ищу", p.val, q.val)
    return dfs(root, p, q)


if __name__ == "__main__":
    n = int(input())
    print(n)
