"""Wrong: a like makes a post new again: post(1, 1), post(1, 2), like(2, 1), feed(1) gives [1, 2]."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.fans, self.when = 0, defaultdict(list), defaultdict(set), {}, {}

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append(post_id)
        self.when[post_id] = self.time
        self.fans[post_id] = set()

    def follow(self, a, b):
        self.follows[a].add(b)

    def unfollow(self, a, b):
        self.follows[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.time += 1
            self.when[post_id] = self.time
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        recent = [post for author in self.follows[user] | {user} for post in self.posts[author][-10:]]
        return nlargest(10, recent, key=self.when.get)
