"""Accepted: a stack, popped while the top overlaps, with a class of one's own; two classes."""


class Span:
    def __init__(self, start, end):
        self.start = start
        self.end = end

    def overlaps(self, other):
        return self.start <= other.end and other.start <= self.end

    def join(self, other):
        return Span(min(self.start, other.start), max(self.end, other.end))


class Solution:
    def mergeIntervals(self, intervals: List[List[int]]) -> List[List[int]]:
        stack = []
        for start, end in sorted(intervals, reverse=True):
            span = Span(start, end)
            while stack and span.overlaps(stack[-1]):
                span = span.join(stack.pop())
            stack.append(span)
        return [[span.start, span.end] for span in reversed(stack)]
