"""Wrong: compares only when a repeat shows up: "a" gives 0."""


def length_of_longest_substring(s):
    window, best = [], 0
    members = set()
    for c in s:
        if c in members:
            best = max(best, len(window))
            at = window.index(c)
            members.difference_update(window[:at + 1])
            window = window[at + 1:]
        window.append(c)
        members.add(c)
    return best
