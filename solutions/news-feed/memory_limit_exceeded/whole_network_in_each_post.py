"""Memory-hungry: each post keeps a copy of its author's followers of the moment: 2,000 sets of 100,000."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.followers, self.fans = 0, defaultdict(list), {}, defaultdict(list), {}

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append((self.time, post_id, self.followers[user][:]))
        self.fans[post_id] = set()

    def follow(self, a, b):
        if b not in self.follows.setdefault(a, {a}):
            self.follows[a].add(b)
            self.followers[b].append(a)

    def unfollow(self, a, b):
        if a != b and b in self.follows.setdefault(a, {a}):
            self.follows[a].discard(b)
            self.followers[b].remove(a)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        recent = [p[:2] for author in self.follows.get(user, {user}) for p in self.posts[author][-10:]]
        return [post_id for _, post_id in nlargest(10, recent)]
