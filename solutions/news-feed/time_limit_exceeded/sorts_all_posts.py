"""Slow: collects and sorts all posts of everybody followed at each read."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.fans = 0, [], defaultdict(set), {}

    def post(self, user, post_id):
        self.time += 1
        self.posts.append((self.time, user, post_id))
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
        wanted = self.follows[user] | {user}
        posts = [post for post in self.posts if post[1] in wanted]
        posts.sort(reverse=True)
        return [post_id for _, _, post_id in posts[:10]]
