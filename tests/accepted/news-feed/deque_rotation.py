class NewsFeed:
    def __init__(self):
        self.recent = {}
        self.following = {}
        self.liked = {}
        self.order = {}

    def post(self, user, post_id):
        self.order[post_id] = len(self.order)
        line = self.recent.setdefault(user, deque())
        line.appendleft(post_id)
        if len(line) > 10:
            line.pop()

    def follow(self, a, b):
        self.following.setdefault(a, set()).add(b)

    def unfollow(self, a, b):
        self.following.setdefault(a, set()).difference_update([b])

    def like(self, user, post_id):
        if post_id in self.order:
            self.liked.setdefault(post_id, set()).add(user)

    def likes(self, post_id):
        return len(self.liked.get(post_id, ()))

    def feed(self, user):
        pool = set()
        for a in (self.following.get(user) or set()) | {user}:
            pool.update(self.recent.get(a, ()))
        return nlargest(10, pool, key=self.order.__getitem__)
