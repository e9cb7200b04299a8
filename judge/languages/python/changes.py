"""A program for the sandbox: count how many lines of a given program other texts change.

It is loaded like a submission, into a program of its own, and never imported by the judge: the
texts are hostile, and no other process may parse them. Only texts are compared; nothing is run. It
is one file because a program has one source.

A text is first written anew from its syntax tree, so spaces, quotes, brackets, comments and how
lines are broken do not count; neither do annotations, docstrings, and what can never run. Then it
is cut into logical lines.
"""

import ast
import difflib
import io
import itertools
import tokenize
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

#: A longer text, in nodes of its syntax tree, is not counted.
MOST_NODES = 20_000
#: A text of so many times the given lines shares nothing with them, and they are not compared.
MOST_TIMES = 20
#: Names are matched in texts of so many times the given lines.
NAMED_TIMES = 4

Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
#: The path of the scope that binds a name, and the name.
Bound: TypeAlias = tuple[tuple[str, ...], str]
#: A text as it is written, or a name that the program binds itself.
Word: TypeAlias = str | Bound
#: How deep a line lies inside the innermost function, and its words.
Line: TypeAlias = tuple[int, tuple[Word, ...]]
#: Scopes inside each other: the path of each, and the names that it binds.
Scopes: TypeAlias = list[tuple[tuple[str, ...], set[str]]]

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
#: The first character of a mark: no name holds it, since Python reads it as `fi`.
MARK = "\ufb01"
#: What replaces code without naming it where a reader looks: nothing is said of such a text.
BEHIND = {
    *("exec", "eval", "compile", "globals", "locals", "vars", "setattr", "delattr", "modules"),
    *("builtins", "importlib", "inspect", "ctypes", "gc", "settrace", "setprofile"),
}
#: The attributes of this form that a plain program speaks of.
PLAIN_DUNDERS = {"__init__", "__name__", "__main__", "__doc__", "__class__"}
#: What an annotation does not need, and what is run where it has it.
ACTIVE: tuple[type[ast.AST], ...] = (
    *(ast.Call, ast.Lambda, ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def count_changes(given: str, entries: Iterable[str], texts: Iterable[str]) -> list[Any]:
    """Return the number of lines of `given`, and for each text how many lines it changes.

    `entries` are the names under which the judge looks for the function. A text that is too long
    to count has None, and so has one that may change itself while it runs.
    """
    wanted = {folded(name) for name in entries}
    before = Program(given, wanted)
    counts = [changes(before, Program(text, wanted)) for text in texts]
    return [len(before.lines or ()), counts]


def folded(name: str) -> str:
    """Return a name in the form in which entries are matched."""
    return name.replace("_", "").lower()


# From a text to its logical lines.


class Program:
    """The logical lines of a text, None if it is too long or may change itself while it runs.

    `hidden` are the names of definitions that others of the same name hide, and `sizes` how many
    lines each definition has that is inside no other.
    """

    def __init__(self, text: str, entries: set[str]) -> None:
        self.lines: list[Line] | None = None
        self.hidden: set[str] = set()
        self.sizes: dict[str, int] = {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        nodes = list(itertools.islice(ast.walk(tree), MOST_NODES + 1))
        if len(nodes) > MOST_NODES or acts_behind(nodes):
            return
        plain = Plain(self.hidden, main_runs=names_itself(nodes))
        tree = ast.fix_missing_locations(plain.visit(tree))
        self.hidden |= drop_unreached(tree, entries)
        # A function may bind a name of the module only to put something else in its place.
        foreign = [node for node in nodes if isinstance(node, ast.Global)]
        self.hidden.update(folded(name) for node in foreign for name in node.names)
        for node in definitions_in(tree):
            self.sizes[folded(node.name)] = sum(map(bool, ast.unparse(node).split("\n")))
        names = label(tree, entries)
        self.lines = list(logical_lines(ast.unparse(tree), names))


def acts_behind(nodes: Iterable[ast.AST]) -> bool:
    """Whether a program speaks of what may replace its code while it runs."""
    words: set[str] = set()
    for node in nodes:
        words |= said(node)
        if isinstance(node, ast.alias):
            words.update(node.name.split("."))
    hidden = {word for word in words if word.startswith("__") and word.endswith("__")}
    return bool(words & BEHIND) or not hidden <= PLAIN_DUNDERS


def names_itself(nodes: Iterable[ast.AST]) -> bool:
    """Whether a program speaks of `__name__` elsewhere than to ask whether it is `__main__`."""
    asked = {id(node.left) for node in nodes if asks_for_main(node)}
    spoken = [node for node in nodes if "__name__" in (getattr(node, "id", ""), *said(node))]
    return any(id(node) not in asked for node in spoken)


def asks_for_main(node: ast.AST) -> TypeGuard[ast.Compare]:
    """Whether a node is the condition that holds only where a file is run as a script."""
    match node:
        case ast.Compare(ast.Name("__name__"), [ast.Eq()], [ast.Constant("__main__")]):
            return True
    return False


def logical_lines(text: str, names: Mapping[str, Bound]) -> Iterator[Line]:
    """Yield the lines of a text that `ast.unparse` wrote."""
    words: list[str] = []
    depths, opens = [0], ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.INDENT:
            # A class adds nothing: code may be put into `class Solution` as it is.
            depth = {"class": depths[-1], "def": 0}.get(opens, depths[-1] + 1)
            depths.append(depth)
        elif token.type == tokenize.DEDENT:
            depths.pop()
        elif token.type == tokenize.NEWLINE:
            opens = words[1] if words[0] == "async" else words[0]
            yield depths[-1], tuple(names.get(word, word) for word in words)
            words = []
        elif token.string.strip():
            words.append(token.string)


class Plain(ast.NodeTransformer):
    """Drops what says nothing to the interpreter, and statements that it can never reach."""

    def __init__(self, hidden: set[str], *, main_runs: bool) -> None:
        self.hidden, self.main_runs = hidden, main_runs

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Visit what is below a node, then drop from its blocks what is never run."""
        node = super().generic_visit(node)
        if isinstance(node, ast.If) and not self.main_runs and asks_for_main(node.test):
            node.test = ast.Constant(False)
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                block[:] = without_hidden(reached(block), self.hidden)
                if not block and (field == "body" and not isinstance(node, ast.Module)):
                    block.append(ast.Pass())
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Drop the annotations of a function."""
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        """Drop the annotations of a function."""
        return self._function(node)

    def _function(self, node: Any) -> ast.AST:
        node.returns, node.type_params = active(node.returns), []
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """Drop the annotation of a parameter."""
        node.annotation = active(node.annotation)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        """Keep the assignment alone."""
        if active(node.annotation) is not None:
            return self.generic_visit(node)
        if node.value is None:
            return None
        return self.generic_visit(ast.Assign([node.target], node.value))

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """Drop docstrings, and every other statement that only is a value."""
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Write an f-string as a call: not each can be written anew before Python 3.12."""
        parts = [self.visit(part) for part in node.values]
        return ast.Call(ast.Name("f_string", ast.Load()), parts, [])

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.AST:
        """Write a part of an f-string as its value, conversion and format."""
        form = ast.Constant(None) if node.format_spec is None else self.visit(node.format_spec)
        return ast.Tuple([self.visit(node.value), ast.Constant(node.conversion), form], ast.Load())


def active(annotation: ast.expr | None) -> ast.expr | None:
    """Return an annotation only if it does something where it is read."""
    parts = ast.walk(annotation) if annotation is not None else ()
    return annotation if any(isinstance(part, ACTIVE) for part in parts) else None


def reached(block: Iterable[ast.stmt]) -> list[ast.stmt]:
    """Return the statements of a block that can be reached; a branch never taken is left out."""
    kept: list[ast.stmt] = []
    for statement in block:
        if isinstance(statement, ast.If) and (known := truth(statement.test)) is not None:
            branch = statement.body if known else statement.orelse
        elif isinstance(statement, ast.While) and truth(statement.test) is False:
            branch = statement.orelse
        else:
            branch = [statement]
        kept += (part for part in branch if not isinstance(part, ast.Pass))
        if kept and leaves(kept[-1]):
            break
    return kept


def leaves(statement: ast.stmt) -> bool:
    """Whether nothing after a statement in its block is run."""
    match statement:
        case ast.If(body=[*_, one], orelse=[*_, other]):
            return leaves(one) and leaves(other)
        case ast.Try(body=[*_, last], handlers=handlers, orelse=[]):
            return leaves(last) and all(leaves(handler.body[-1]) for handler in handlers)
        case ast.With(body=[*_, last]):
            return leaves(last)
    return isinstance(statement, LEAVING)


def truth(test: ast.expr) -> bool | None:
    """Return whether a condition always or never holds; None if that is not plain to see."""
    match test:
        case ast.Constant(value):
            return bool(value)
        case ast.UnaryOp(ast.Not(), operand):
            known = truth(operand)
            return None if known is None else not known
        case ast.BoolOp(sign, values):
            decides = isinstance(sign, ast.Or)
            sides = {truth(value) for value in values}
            return decides if decides in sides else None if None in sides else not decides
    return None


def without_hidden(block: Sequence[ast.stmt], dropped: set[str]) -> list[ast.stmt]:
    """Drop each definition that a later statement binds anew before any other reads it."""
    kept: list[ast.stmt] = []
    hidden: set[str] = set()
    for statement in reversed(block):
        read: Sequence[ast.AST] = [statement]
        if isinstance(statement, DEFINITIONS):
            if statement.name in hidden:
                dropped.add(folded(statement.name))
                continue
            # The body of a function reads when it is called: after all of these.
            read = statement.decorator_list
        kept.append(statement)
        hidden |= bound_in([statement])
        hidden -= read_in(read)
    return kept[::-1]


def drop_unreached(tree: ast.Module, entries: set[str]) -> set[str]:
    """Drop every definition that neither is the entry nor is spoken of by what is reached.

    Return the names of those that bear the name of the entry.
    """
    entry = entry_of(tree, entries)
    if entry is None:
        return set()
    wanted: set[str] = set()
    reached_ones: set[ast.AST] = {tree}
    waiting: list[ast.AST] = [tree]
    while waiting:
        for scope in waiting:
            wanted.update(*map(said, inside(scope)))
        waiting = [
            one
            for scope in reached_ones
            for one in definitions_in(scope)
            if one not in reached_ones
            and (one in entry or one.name in wanted or one.name.startswith("__"))
        ]
        reached_ones.update(waiting)
    lost = {folded(one.name) for one in definitions_in(tree) if one not in reached_ones}
    Without(reached_ones).visit(tree)
    return lost & entries


class Without(ast.NodeTransformer):
    """Drops definitions that are not reached."""

    def __init__(self, kept: set[ast.AST]) -> None:
        self.kept = kept

    def visit(self, node: ast.AST) -> ast.AST | None:
        """Drop a definition, or visit what is below it."""
        if isinstance(node, DEFINITIONS) and node not in self.kept:
            return None
        self.generic_visit(node)
        if getattr(node, "body", None) == [] and not isinstance(node, ast.Module):
            vars(node)["body"] = [ast.Pass()]
        return node


def entry_of(tree: ast.Module, entries: set[str]) -> set[Definition] | None:
    """Return the definitions that lead to the entry, as the judge finds it; None if unclear."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    holders = [node for node in classes if folded(node.name) == "solution"]
    for holder in holders:
        methods = [one for one in definitions_in(holder) if folded(one.name) in entries]
        if methods:
            return {holder, *methods}
    if holders:
        return None
    functions = [node for node in definitions_in(tree) if folded(node.name) in entries]
    if functions:
        return set(functions)
    if any(folded(name) in entries for name in bound_in(tree.body)):
        return set()  # something else bears its name, and reads what it needs
    return None


def definitions_in(scope: ast.AST) -> list[Definition]:
    """Return the functions and classes right inside a scope."""
    return [node for node in inside(scope) if isinstance(node, DEFINITIONS)]


def inside(scope: ast.AST) -> Iterator[ast.AST]:
    """Yield every node that a scope runs itself, and its definitions without their bodies."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, DEFINITIONS):
            waiting += ast.iter_child_nodes(node)
        else:
            waiting += outer_parts(node)


def outer_parts(definition: Definition | ast.Lambda) -> list[ast.AST]:
    """Return the parts of a definition that its surroundings run: decorators, defaults, bases."""
    if isinstance(definition, ast.ClassDef):
        return [*definition.decorator_list, *definition.bases, *definition.keywords]
    arguments = definition.args
    given = [one for one in arguments.kw_defaults if one is not None]
    return [*getattr(definition, "decorator_list", ()), *arguments.defaults, *given]


def read_in(nodes: Iterable[ast.AST]) -> set[str]:
    """Return every name, attribute and word that is spoken of below these nodes."""
    return {name for one in nodes for part in ast.walk(one) for name in said(part)}


def said(node: ast.AST) -> set[str]:
    """Return the name, attribute or word that one node speaks of, if it does."""
    match node:
        case ast.Name(name, ast.Load()) | ast.Attribute(attr=name):
            return {name}
        case ast.Constant(str(name)) if name.isidentifier():
            return {name}
    return set()


# Which names are the same in two programs.


def bound_in(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the names that these nodes bind in their own scope."""
    found: set[str] = set()
    foreign: set[str] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Name(name, ast.Store() | ast.Del()):
                found.add(name)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
                waiting += outer_parts(node)
                continue
            case ast.Lambda():
                continue
            case ast.alias(name, other):
                found.add(other or name.partition(".")[0])
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                found.add(name)
            case ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                found.add(name)
            case ast.Global(names) | ast.Nonlocal(names):
                foreign.update(names)
        waiting += ast.iter_child_nodes(node)
    return found - foreign


def label(tree: ast.Module, entries: set[str]) -> dict[str, Bound]:
    """Write a mark in place of each name that the program binds; return what each stands for."""
    labels = Labels(entries)
    labels.enter(tree, (), [])
    return {mark: pair for pair, mark in labels.marks.items()}


class Labels:
    """Gives names marks, by the path of the scope that binds them.

    The path names functions and no classes, so a method of `Solution` has that of the function.
    """

    def __init__(self, entries: set[str]) -> None:
        self.entries = entries
        self.marks: dict[Bound, str] = {}

    def enter(self, scope: Any, path: tuple[str, ...], around: Scopes) -> None:
        """Mark what is inside a scope; `around` are the scopes that it sees, innermost last."""
        own = bound_in(ast.iter_child_nodes(scope))
        if isinstance(scope, FUNCTIONS):
            own |= {one.arg for one in ast.walk(scope.args) if isinstance(one, ast.arg)}
        seen = [*around, (path, own)]
        # A class's own names are no names of its methods.
        below = around if isinstance(scope, ast.ClassDef) else seen
        body = scope.body if isinstance(scope.body, list) else [scope.body]
        for node in [*body, *(arguments_of(scope) if isinstance(scope, FUNCTIONS) else ())]:
            self.mark(node, path, seen, below)

    def mark(self, node: ast.AST, path: tuple[str, ...], seen: Scopes, below: Scopes) -> None:
        """Mark one node and all below it."""
        if isinstance(node, FUNCTIONS):
            name = "lambda" if isinstance(node, ast.Lambda) else node.name
            named = "entry" if folded(name) in self.entries else name
            self.enter(node, (*path, named), below)
            for part in outer_parts(node):
                self.mark(part, path, seen, below)
        elif isinstance(node, ast.ClassDef):
            self.enter(node, path, below)
            for part in outer_parts(node):
                self.mark(part, path, seen, below)
        else:
            for part in ast.iter_child_nodes(node):
                self.mark(part, path, seen, below)
        for field in ("id", "arg", "name", "asname", "rest"):
            written = getattr(node, field, None)
            # The word of a keyword argument is the callee's name, and a module has its own.
            if isinstance(written, str) and not isinstance(node, ast.keyword | ast.alias):
                setattr(node, field, self.marked(written, seen))
        if isinstance(node, ast.Global | ast.Nonlocal):
            node.names = [self.marked(name, seen) for name in node.names]

    def marked(self, name: str, seen: Scopes) -> str:
        """Return the mark of a name, or the name itself where the program does not bind it."""
        for path, own in reversed(seen):
            if name in own:
                return self.marks.setdefault((path, name), f"{MARK}{len(self.marks)}")
        return name


def arguments_of(scope: Function) -> list[ast.arg]:
    """Return the parameters of a function."""
    return [one for one in ast.walk(scope.args) if isinstance(one, ast.arg)]


# How many lines differ.


def changes(given: Program, text: Program) -> int | None:
    """Return how many lines of a program are changed in another; None if that was too long."""
    before, after = given.lines, text.lines
    if before is None or after is None:
        return None
    if len(after) > MOST_TIMES * len(before):
        return len(after)
    renames = renamed(before, after) if len(after) <= NAMED_TIMES * len(before) else {}
    least = cost(before, after, renames)
    # A renaming that saves nothing is none: its lines are changed otherwise.
    for name in sorted(renames):
        fewer = {old: new for old, new in renames.items() if old != name}
        without = cost(before, after, fewer)
        if without <= least:
            renames, least = fewer, without
    # Of a definition that another one hides nothing is left, however alike the two are.
    return max(least, sum(given.sizes.get(name, 0) for name in text.hidden))


def renamed(before: Sequence[Line], after: Sequence[Line]) -> dict[Bound, Bound]:
    """Return which names of `after` stand for which of `before`, where each stands for one.

    They are told by the lines that are alike but for names.
    """
    votes: Counter[tuple[Bound, Bound]] = Counter()
    matcher = difflib.SequenceMatcher(None, nameless(before), nameless(after), autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        for step in range(size):
            votes.update(pairs(before[start + step][1], after[other + step][1]))
    old, new = names_in(before), names_in(after)
    found: dict[Bound, Bound] = {}
    for (was, becomes), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        gone, fresh = was not in new, becomes not in old
        if gone and fresh and becomes not in found and was not in found.values():
            found[becomes] = was
    return found


def pairs(words: Sequence[Word], others: Sequence[Word]) -> Iterator[tuple[Bound, Bound]]:
    """Yield the pairs of names at the same places of two lines that are alike but for names."""
    for word, other in zip(words, others, strict=True):
        if isinstance(word, tuple) and isinstance(other, tuple) and word != other:
            yield word, other


def nameless(lines: Iterable[Line]) -> list[Any]:
    """Return lines with a gap in place of each name."""
    return [(depth, tuple(w if isinstance(w, str) else None for w in ws)) for depth, ws in lines]


def names_in(lines: Iterable[Line]) -> set[Bound]:
    """Return the names that a program binds, where they occur."""
    return {word for _, words in lines for word in words if isinstance(word, tuple)}


def cost(before: Sequence[Line], after: Sequence[Line], renames: Mapping[Bound, Bound]) -> int:
    """Return how many lines differ, and how many names, where these renamings are undone.

    A block counts the larger of its removed and its inserted lines; lines that were only moved
    count once.
    """
    undone = [(depth, tuple(_undone(word, renames) for word in words)) for depth, words in after]
    matcher = difflib.SequenceMatcher(None, before, undone, autojunk=False)
    blocks = [
        (before[i1:i2], undone[j1:j2])
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    removed = [Counter(words for _, words in lines) for lines, _ in blocks]
    # A name that is changed in several functions is one name.
    total = len({(was[1], new[1]) for new, was in renames.items() if new[1] != was[1]})
    for place, (lines, inserted) in enumerate(blocks):
        fresh = sum(not moved(words, removed, place) for _, words in inserted)
        total += max(len(lines), fresh)
    return total


def _undone(word: Word, renames: Mapping[Bound, Bound]) -> Word:
    return word if isinstance(word, str) else renames.get(word, word)


def moved(words: tuple[Word, ...], removed: list[Counter[tuple[Word, ...]]], place: int) -> bool:
    """Whether a line was removed from another block; each such line is found once."""
    for other, left in enumerate(removed):
        if other != place and left[words]:
            left[words] -= 1
            return True
    return False
