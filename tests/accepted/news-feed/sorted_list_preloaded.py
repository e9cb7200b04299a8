class NewsFeed:
    def __init__(self):
        self.posts = {}
        self.n = 0
        self.f = defaultdict(set)
        self.l = {}

    def post(self, user, post_id):
        self.n += 1
        recent = self.posts.setdefault(user, SortedList())
        recent.add((-self.n, post_id))
        if len(recent) > 10:
            recent.pop()
        self.l[post_id] = set()

    def follow(self, a, b): self.f[a].add(b)

    def unfollow(self, a, b): self.f[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.l: self.l[post_id].add(user)

    def likes(self, post_id): return len(self.l.get(post_id, ""))

    def feed(self, user):
        best = []
        for a in self.f[user] | {user}:
            best.extend(self.posts.get(a, []))
        best.sort()
        return [p for _, p in best[:10]]
