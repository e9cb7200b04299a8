"""Accepted: a queue of beginnings that are lengthened one by one; answers in another order."""
from collections import deque


class Solution(object):
    def letterCombinations(self, digits):
        """
        :type digits: str
        :rtype: List[str]
        """
        mapping = {2: "cba", 3: "fed", 4: "ihg", 5: "lkj", 6: "onm", 7: "srqp", 8: "vut", 9: "zyxw"}
        queue = deque([""])
        for digit in map(int, digits):
            for _ in range(len(queue)):
                word = queue.popleft()
                for c in mapping.get(digit, ()):
                    queue.append(word + c)
        answer = list(queue)
        print(len(answer), "combinations")
        return answer if digits else []
