# The list is made of these nodes. The class is there already, you need not define it:
#
# class ListNode:
#     def __init__(self, val=0, next=None):
#         self.val = val
#         self.next = next


class Solution:
    def removeNthFromEnd(self, head: "ListNode | None", n: int) -> "ListNode | None":
        # A plain function `def remove_nth_from_end(head, n):` is fine too.
        pass
