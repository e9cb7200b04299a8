from dataclasses import dataclass, field

@dataclass
class User:
    posts: list = field(default_factory=list)
    follows: set = field(default_factory=set)

class NewsFeed:
    def __init__(self):
        self.users = defaultdict(User)
        self.likers = {}
        self.number = itertools.count(1)

    def post(self, user, post_id):
        self.users[user].posts.append((next(self.number), post_id))
        self.likers[post_id] = set()

    def follow(self, a, b):
        self.users[a].follows.add(b)

    def unfollow(self, a, b):
        self.users[a].follows -= {b}

    def like(self, user, post_id):
        if (who := self.likers.get(post_id)) is not None:
            who.add(user)

    def likes(self, post_id):
        return len(self.likers.get(post_id) or ())

    def feed(self, user):
        latest = list(self.users[user].posts[-10:])
        for other in self.users[user].follows - {user}:
            if other in self.users:
                latest.extend(self.users[other].posts[-10:])
        latest.sort(reverse=True)
        return [number for _, number in latest[:10]]
