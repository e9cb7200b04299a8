"""Does not load: the last line is a print statement of Python 2."""


class Solution(object):
    def mergeKLists(self, lists):
        values = []
        for node in lists:
            while node:
                values.append(node.val)
                node = node.next
        print sorted(values)
