class news_feed:
    def __init__(self, size=10):
        self._size = size
        self._tick = 0
        self._posts = {}
        self._follow = {}
        self._likes = {}

    def post(self, user, post_id, *tags):
        self._tick += 1
        self._posts.setdefault(user, deque(maxlen=self._size)).appendleft((self._tick, post_id))
        self._likes[post_id] = set()
        return post_id

    def follow(self, a, b):
        self._follow.setdefault(a, set()).add(b)
        return True

    def un_follow(self, a, b):
        self._follow.setdefault(a, set()).discard(b)
        return True

    def like(self, user, post_id):
        return self._likes.get(post_id, set()).add(user)

    def likes(self, post_id):
        return len(self._likes.get(post_id, set()))

    def feed(self, user):
        everyone = {user, *self._follow.get(user, ())}
        both = heapq.merge(*(self._posts[u] for u in everyone if u in self._posts), reverse=True)
        return [number for (_, number), _ in zip(both, range(self._size))]
