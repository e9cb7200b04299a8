"""Wrong: one post too many as soon as there are eleven."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.fans = 0, defaultdict(list), defaultdict(set), {}

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append((self.time, post_id))
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
        recent = [post for author in self.follows[user] | {user} for post in self.posts[author][-11:]]
        return [post_id for _, post_id in nlargest(11, recent)]
