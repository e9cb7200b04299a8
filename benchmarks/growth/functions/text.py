"""Functions of a text of n small letters, each with its class of time."""

from collections import Counter, defaultdict


def ends_alike(s):  # 1
    return s[0] == s[-1]


def longest_unique(s):  # n
    last, start, best = {}, 0, 0
    for i, letter in enumerate(s):
        start = max(start, last.get(letter, -1) + 1)
        last[letter] = i
        best = max(best, i - start + 1)
    return best


def grown_in_a_variable(s):  # n
    turned = ""
    for letter in s:
        turned += letter
    return len(turned)


def joined_pieces(s):  # n
    return len("".join([letter.upper() for letter in s]))


def letters_counted(s):  # n
    return Counter(s).most_common(1)[0][1]


def replaced(s):  # n
    return len(s.replace("a", "bb"))


def places_of_letters(s):  # n
    places = defaultdict(list)
    for i, letter in enumerate(s):
        places[letter].append(i)
    return len(places)


def letters_in_order(s):  # n log n
    return "".join(sorted(s))[0]


def grown_in_front(s):  # n^2
    turned = ""
    for letter in s:
        turned = letter + turned
    return len(turned)


def cut_from_the_front(s):  # n^2
    found = 0
    while s:
        found += s[0] == "a"
        s = s[1:]
    return found


def counted_in_prefixes(s):  # n^2
    return max(s[:i].count("a") - s[:i].count("b") for i in range(len(s)))


def common_with_its_reverse(s):  # n^2
    turned = s[::-1]
    row = [0] * (len(s) + 1)
    for x in s:
        above = 0
        for j, y in enumerate(turned, 1):
            above, row[j] = row[j], above + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]


def pieces_compared(s):  # n^3
    best = 0
    for i in range(len(s)):
        for j in range(i, len(s)):
            if sum(map(ord, s[i : j + 1])) % 7 == 0:
                best = max(best, j - i)
    return best


def cuts_of_all_kinds(s):  # 2^n
    def cuts(at):
        if at == len(s):
            return 1
        return sum(cuts(end) for end in range(at + 1, len(s) + 1) if s[at:end])

    return cuts(0)
