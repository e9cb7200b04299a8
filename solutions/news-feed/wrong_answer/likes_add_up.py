"""Wrong: a second like of the same user counts again: post(1, 1), like(2, 1) twice, likes(1) gives 2."""


class NewsFeed:
    def __init__(self):
        self.time, self.posts, self.follows, self.count = 0, defaultdict(list), defaultdict(set), {}

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append((self.time, post_id))
        self.count[post_id] = 0

    def follow(self, a, b):
        self.follows[a].add(b)

    def unfollow(self, a, b):
        self.follows[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.count:
            self.count[post_id] += 1

    def likes(self, post_id):
        return self.count.get(post_id, 0)

    def feed(self, user):
        recent = [post for author in self.follows[user] | {user} for post in self.posts[author][-10:]]
        return [post_id for _, post_id in nlargest(10, recent)]
