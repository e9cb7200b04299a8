"""Accepted: a TestCase with subtests, as people write who know no pytest."""

import unittest

from solution import longest_unique_substring

KNOWN = {
    "": 0,
    "a": 1,
    "aa": 1,
    "ab": 2,
    "aab": 2,
    "abba": 2,
    "abbca": 3,
    "abac": 3,
    "dvdf": 3,
    "abbc": 2,
    "aA": 2,
    " a ": 2,
    "abcabcbb": 3,
    "tmmzuxt": 5,
    "abcdaefg": 7,
    "naïve ÿ Ā": 7,
}


class Known(unittest.TestCase):
    def setUp(self):
        self.known = dict(KNOWN)

    def test_known(self):
        for s, length in self.known.items():
            with self.subTest(s=s):
                self.assertEqual(longest_unique_substring(s), length)

    def test_type(self):
        self.assertIs(type(longest_unique_substring("abc")), int)

    def test_long(self):
        s = "".join(map(chr, range(500)))
        self.assertEqual(longest_unique_substring(s + s), 500)

    @unittest.skip("not promised")
    def test_none(self):
        self.assertRaises(TypeError, longest_unique_substring, None)


if __name__ == "__main__":
    unittest.main()
