"""Wrong: copies to the followers of the moment, older posts never show up: post(1, 1), follow(2, 1), feed(2)."""


class NewsFeed:
    def __init__(self):
        self.feeds, self.followers, self.fans = defaultdict(list), defaultdict(set), {}

    def post(self, user, post_id):
        for reader in [*self.followers[user]][:1000] + [user]:
            self.feeds[reader].append((user, post_id))
        self.fans[post_id] = set()

    def follow(self, a, b):
        if a != b:
            self.followers[b].add(a)

    def unfollow(self, a, b):
        if a != b:
            self.followers[b].discard(a)
            self.feeds[a] = [entry for entry in self.feeds[a] if entry[0] != b]

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        return [post_id for _, post_id in self.feeds[user][-10:][::-1]]
