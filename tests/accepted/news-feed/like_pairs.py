class NewsFeed:
    def __init__(self):
        self.posted = {}
        self.of = {}
        self.following = set()
        self.adjacent = {}
        self.pairs = set()
        self.totals = Counter()

    def post(self, user, post_id):
        self.posted[post_id] = len(self.posted)
        self.of.setdefault(user, []).append(post_id)

    def follow(self, a, b):
        if (a, b) not in self.following:
            self.following.add((a, b))
            self.adjacent.setdefault(a, []).append(b)

    def unfollow(self, a, b):
        if (a, b) in self.following:
            self.following.remove((a, b))
            self.adjacent[a].remove(b)

    def like(self, user, post_id):
        if post_id in self.posted and (user, post_id) not in self.pairs:
            self.pairs.add((user, post_id))
            self.totals[post_id] += 1

    def likes(self, post_id):
        return self.totals[post_id]

    def feed(self, user):
        ids = set(self.of.get(user, [])[-10:])
        for other in self.adjacent.get(user, []):
            ids.update(self.of.get(other, [])[-10:])
        return sorted(ids, key=self.posted.get, reverse=True)[:10]
