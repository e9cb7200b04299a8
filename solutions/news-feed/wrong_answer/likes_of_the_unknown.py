"""Wrong: a like of an id that nobody posted is kept: like(1, 1), likes(1) gives 1."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.fans = 0, defaultdict(list), defaultdict(set), defaultdict(set)

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append((self.time, post_id))

    def follow(self, a, b):
        self.follows[a].add(b)

    def unfollow(self, a, b):
        self.follows[a].discard(b)

    def like(self, user, post_id):
        self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans[post_id])

    def feed(self, user):
        recent = [post for author in self.follows[user] | {user} for post in self.posts[author][-10:]]
        return [post_id for _, post_id in nlargest(10, recent)]
