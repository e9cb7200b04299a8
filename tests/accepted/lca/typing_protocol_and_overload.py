from __future__ import annotations
from typing import Protocol, overload, runtime_checkable, TypeVar, Generic, cast

T = TypeVar("T", bound="Node")

@runtime_checkable
class Node(Protocol):
    val: int
    left: Node | None
    right: Node | None

class Finder(Generic[T]):
    @overload
    def find(self, node: None, p: T, q: T) -> None: ...
    @overload
    def find(self, node: T, p: T, q: T) -> T | None: ...
    def find(self, node, p, q):
        if node is None or node is p or node is q:
            return node
        left, right = self.find(node.left, p, q), self.find(node.right, p, q)
        return node if left and right else left or right

class Solution(Finder["Node"]):
    def lowestCommonAncestor(self, root: Node, p: Node, q: Node) -> Node:
        return cast(Node, self.find(root, p, q))
