"""Memory-hungry: a table with a place for every word that could be: 27 to the power of the length."""


def group_anagrams(strs):
    longest = max(map(len, strs), default=0)
    table = [None] * 27 ** longest
    for word in strs:
        place = 0
        for letter in sorted(word):
            place = place * 27 + ord(letter) - ord("a") + 1
        if table[place] is None:
            table[place] = []
        table[place].append(word)
    return [group for group in table if group]
