def length_of_longest_substring(s):
    from collections import deque
    import operator as op
    window, members, best = deque(), set(), 0
    for c in s:
        if op.contains(members, c):
            while True:
                gone = window.popleft()
                members.remove(gone)
                if gone == c:
                    break
        window.append(c)
        members.add(c)
        best = max(best, len(members))
    return best
