import asyncio

def now(coroutine):
    """Run a coroutine that never waits, without a loop."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    raise RuntimeError("it waits")

class NewsFeed:
    def __init__(self):
        self.clock = count()
        self.posts, self.following, self.liked = {}, {}, {}
        self.lock = asyncio.Lock()

    def post(self, user, post_id): return now(self._post(user, post_id))
    def follow(self, a, b): return now(self._follow(a, b))
    def feed(self, user): return now(self._feed(user))

    async def _post(self, user, post_id):
        async with self.lock:
            self.posts.setdefault(user, deque(maxlen=10)).append((next(self.clock), post_id))
            self.liked[post_id] = set()

    async def _follow(self, a, b):
        async with self.lock:
            self.following.setdefault(a, set()).add(b)

    async def _feed(self, user):
        async with self.lock:
            authors = self.following.get(user, set()) | {user}
            newest = nlargest(10, chain.from_iterable(self.posts.get(a, ()) for a in authors))
            return [post for _, post in newest]

    def unfollow(self, a, b):
        self.following.get(a, set()).discard(b)

    def like(self, user, post_id):
        if post_id in self.liked:
            self.liked[post_id].add(user)

    def likes(self, post_id):
        return len(self.liked.get(post_id, ()))
