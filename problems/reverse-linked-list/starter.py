# The list is made of these nodes. The class is there already, you need not define it:
#
# class ListNode:
#     def __init__(self, val=0, next=None):
#         self.val = val
#         self.next = next


class Solution:
    def reverseList(self, head: "ListNode | None") -> "ListNode | None":
        # A plain function `def reverse_list(head):` is fine too.
        pass
