from heapq import merge

class NewsFeed:
    def __init__(self):
        self.clock = 0
        self.posts = defaultdict(list)
        self.follows = defaultdict(set)
        self.fans = {}

    def post(self, user, post_id):
        self.clock -= 1
        self.posts[user].append((self.clock, post_id))
        self.fans[post_id] = set()

    def follow(self, a, b):
        self.follows[a].add(b)

    def unfollow(self, a, b):
        self.follows[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        authors = self.follows[user] | {user}
        lines = [reversed(self.posts[a]) for a in authors if a in self.posts]
        return [p for _, p in itertools.islice(merge(*lines), 10)]
