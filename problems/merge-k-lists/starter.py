# The lists are made of these nodes. The class is there already, you need not define it:
#
# class ListNode:
#     def __init__(self, val=0, next=None):
#         self.val = val
#         self.next = next


class Solution:
    def mergeKLists(self, lists: "list[ListNode | None]") -> "ListNode | None":
        # A plain function `def merge_k_lists(lists):` is fine too.
        pass
