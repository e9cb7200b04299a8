"""Wrong: follows oneself to see one's posts, and unfollow takes that away: post(1, 1), unfollow(1, 1), feed(1)."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.fans = 0, defaultdict(list), {}, {}

    def known(self, user):
        return self.follows.setdefault(user, {user})

    def post(self, user, post_id):
        self.time += 1
        self.known(user)
        self.posts[user].append((self.time, post_id))
        self.fans[post_id] = set()

    def follow(self, a, b):
        self.known(a).add(b)

    def unfollow(self, a, b):
        self.known(a).discard(b)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        recent = [post for author in self.known(user) for post in self.posts[author][-10:]]
        return [post_id for _, post_id in nlargest(10, recent)]
