"""Wrong: following goes both ways: post(1, 1), follow(1, 2), feed(2) gives [1]."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.fans = 0, defaultdict(list), defaultdict(set), {}

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append((self.time, post_id))
        self.fans[post_id] = set()

    def follow(self, a, b):
        self.follows[a].add(b)
        self.follows[b].add(a)

    def unfollow(self, a, b):
        self.follows[a].discard(b)
        self.follows[b].discard(a)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        recent = [post for author in self.follows[user] | {user} for post in self.posts[author][-10:]]
        return [post_id for _, post_id in nlargest(10, recent)]
