import heapq
def ladderLength(beginWord, endWord, wordList):
    words = set(wordList)
    if endWord not in words: return 0
    h = lambda w: sum(a != b for a, b in zip(w, endWord))
    g = {beginWord: 1}
    pq = [(1 + h(beginWord), beginWord)]
    done = set()
    while pq:
        _, w = heapq.heappop(pq)
        if w == endWord: return g[w]
        if w in done: continue
        done.add(w)
        for i in range(len(w)):
            for c in 'abcdefghijklmnopqrstuvwxyz':
                x = w[:i] + c + w[i+1:]
                if x in words and g[w] + 1 < g.get(x, 1e9):
                    g[x] = g[w] + 1
                    heapq.heappush(pq, (g[x] + h(x), x))
    return 0
