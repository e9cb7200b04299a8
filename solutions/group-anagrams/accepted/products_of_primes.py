"""Accepted: the product of a prime for each letter is the key; two classes."""


class Primes:
    def __init__(self):
        self.primes = []
        candidate = 2
        while len(self.primes) < 26:
            if all(candidate % prime for prime in self.primes):
                self.primes.append(candidate)
            candidate += 1

    def key(self, word):
        product = 1
        for letter in word:
            product *= self.primes[ord(letter) - 97]
        return product


class Solution:
    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        primes, groups = Primes(), defaultdict(list)
        for word in strs:
            groups[primes.key(word)].append(word)
        return [groups[key] for key in groups]
