class NewsFeed:
    def __init__(self):
        self.stamp = 0
        self.timeline = {}
        self.out, self.into = {}, {}
        self.appreciations = {}

    def post(self, user, post_id):
        self.stamp += 1
        line = self.timeline.setdefault(user, [])
        line.append((self.stamp, post_id))
        self.appreciations[post_id] = frozenset()

    def follow(self, a, b):
        if a != b:
            self.out.setdefault(a, set()).add(b)
            self.into.setdefault(b, set()).add(a)

    def unfollow(self, a, b):
        if a in self.out and b in self.out[a]:
            self.out[a].remove(b)
            self.into[b].remove(a)

    def like(self, user, post_id):
        fans = self.appreciations.get(post_id)
        if fans is None or user in fans:
            return
        if isinstance(fans, frozenset):
            fans = self.appreciations[post_id] = set(fans)
        fans.add(user)

    def likes(self, post_id):
        return len(self.appreciations.get(post_id, frozenset()))

    def feed(self, user):
        candidates = []
        for author in [user] + sorted(self.out.get(user, ())):
            candidates += self.timeline.get(author, [])[:-11:-1]
        candidates.sort(key=lambda pair: -pair[0])
        return list(map(operator.itemgetter(1), candidates[:10]))
