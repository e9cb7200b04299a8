class NewsFeed:
    """Looks at authors by the age of their newest post and stops when no other can matter."""
    def __init__(self):
        self.c = 0
        self.p, self.f, self.k = {}, {}, {}

    def post(self, user, post_id):
        self.c += 1
        self.p.setdefault(user, []).append((self.c, post_id))
        self.k[post_id] = set()

    def follow(self, a, b):
        self.f.setdefault(a, set()).add(b)

    def unfollow(self, a, b):
        if a in self.f:
            self.f[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.k:
            self.k[post_id].add(user)

    def likes(self, post_id):
        return len(self.k[post_id]) if post_id in self.k else 0

    def feed(self, user):
        authors = [a for a in self.f.get(user, set()) | {user} if a in self.p]
        chosen = nlargest(10, authors, key=lambda a: self.p[a][-1][0])
        best = sorted((x for a in chosen for x in self.p[a][-10:]), reverse=True)[:10]
        return [i for _, i in best]
