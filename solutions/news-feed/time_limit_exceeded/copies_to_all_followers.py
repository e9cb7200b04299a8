"""Slow: copies each post to every follower: 2,000 posts times 100,000 followers."""


class NewsFeed:
    def __init__(self):
        self.time, self.own, self.feeds, self.fans = 0, defaultdict(list), defaultdict(list), {}
        self.follows, self.followers = defaultdict(set), defaultdict(set)

    def post(self, user, post_id):
        self.time += 1
        self.fans[post_id] = set()
        self.own[user].append((self.time, post_id))
        for reader in self.followers[user] | {user}:
            newest = self.feeds[reader]
            newest.append((self.time, post_id))
            if len(newest) > 10:
                newest.pop(0)

    def rebuild(self, user):
        recent = [post for author in self.follows[user] | {user} for post in self.own[author][-10:]]
        self.feeds[user] = sorted(recent)[-10:]

    def follow(self, a, b):
        self.follows[a].add(b)
        self.followers[b].add(a)
        self.rebuild(a)

    def unfollow(self, a, b):
        self.follows[a].discard(b)
        self.followers[b].discard(a)
        self.rebuild(a)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        return [post_id for _, post_id in self.feeds[user][::-1]]
