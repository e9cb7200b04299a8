"""Accepted: a TestCase whose table is built once for the class, as people write who know no pytest."""

import unittest

from solution import kth_largest


class KthLargestTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.arrays = [
            [1],
            [2, 1],
            [1, 2],
            [1, 1],
            [0, -1],
            [-3, -1, -2],
            [-3, 2],
            [2, 2, 1],
            [1, 2, 2],
            [9, 10, 100, 11],
            [3, 2, 1, 5, 6, 4],
            [3, 2, 3, 1, 2, 4, 5, 5, 6],
            [10000, -10000, 0, 10000],
        ]

    def test_every_place(self):
        for nums in self.arrays:
            falling = sorted(nums, reverse=True)
            for k, expected in enumerate(falling, 1):
                with self.subTest(nums=nums, k=k):
                    answer = kth_largest(nums.copy(), k)
                    self.assertEqual(answer, expected)
                    self.assertNotIsInstance(answer, float)

    def test_the_answers_of_one_size_differ(self):
        self.assertEqual(kth_largest([4, 5, 6], 2), 5)
        self.assertEqual(kth_largest([7, 8, 9], 2), 8)


if __name__ == "__main__":
    unittest.main()
