# expect: RTE|MLE|TLE
# tries: to run over the end of the stack in the parser and the compiler, and by code in code
# stopped by: runner
# problem: roomy
import ast
import sys

sys.setrecursionlimit(10**9)
DEPTH = 95_000
SOURCES = (
    "a" + "+a" * DEPTH,
    "1" + "+1" * DEPTH,
    "-" * DEPTH + "a",
    "(" * DEPTH + ")" * DEPTH,
    "a" + ".a" * DEPTH,
    "a" + "[0]" * DEPTH,
    "a" + "()" * DEPTH,
    "lambda:" * DEPTH + "a",
    "f'{" * DEPTH,
)


def echo(n):
    for source in SOURCES:
        for build in (ast.parse, compiled):
            tried(build, source)
    tree = ast.Name("a", ast.Load(), lineno=1, col_offset=0)
    for _ in range(DEPTH):
        tree = ast.UnaryOp(ast.Not(), tree, lineno=1, col_offset=0)
    for walk in (ast.dump, ast.unparse, ast.literal_eval, compiled):
        tried(walk, tree if walk is not compiled else ast.Expression(tree))
    own = "exec(own, {'own': own})"
    tried(exec, own, {"own": own})
    raise ValueError("the stack held")


def compiled(source):
    return compile(source, "own", "eval")


def tried(act, *given):
    try:
        act(*given)
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        pass
