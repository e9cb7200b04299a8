"""Reference: a walk over the places that can be reached, with pieces looked up by their length.

Time: O(n * longest word) pieces, Space: O(n + letters of the words).
"""


def word_break(s, wordDict):
    words = set(wordDict)
    lengths = {len(word) for word in wordDict}
    reached, waiting = {0}, [0]
    while waiting:
        start = waiting.pop()
        for length in lengths:
            end = start + length
            if end not in reached and s[start:end] in words:
                reached.add(end)
                waiting.append(end)
    return len(s) in reached
