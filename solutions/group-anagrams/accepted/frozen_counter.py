"""Accepted: a frozenset of a Counter's items as the key, as a bare method, with a helper."""


def letters(word):
    return frozenset(Counter(word).items())


def groupAnagrams(self, strs):
    places, answer = {}, []
    for word in strs:
        key = letters(word)
        if key not in places:
            places[key] = len(answer)
            answer.append([])
        answer[places[key]].append(word)
    return answer
