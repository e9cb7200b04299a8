"""Accepted: sorts the followed authors by their newest post and stops after ten of them."""


class NewsFeed:
    def __init__(self):
        self.log, self.by_user, self.follows, self.hearts = [], {}, {}, {}

    def post(self, user, post_id):
        self.by_user.setdefault(user, deque(maxlen=10)).append(len(self.log))
        self.log.append(post_id)
        self.hearts[post_id] = set()

    def follow(self, a, b):
        self.follows[a] = self.follows.get(a, ())
        if b not in self.follows[a] and a != b:
            self.follows[a] += (b,)

    def unfollow(self, a, b):
        self.follows[a] = tuple(c for c in self.follows.get(a, ()) if c != b)

    def like(self, user, post_id):
        if post_id in self.hearts:
            self.hearts[post_id] |= {user}

    def likes(self, post_id):
        return len(self.hearts.get(post_id, ()))

    def feed(self, user):
        authors = [self.by_user[a] for a in (user, *self.follows.get(user, ())) if a in self.by_user]
        authors.sort(key=lambda places: places[-1], reverse=True)
        places = sorted((p for author in authors[:10] for p in author), reverse=True)
        return [self.log[p] for p in places[:10]]
