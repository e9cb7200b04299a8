"""Accepted: heapq.merge over reversed lists and islice, in a class with a camelCase name."""
from heapq import merge
from itertools import islice


class newsFeed(object):
    def __init__(self):
        self.clock, self.authored, self.friends, self.loved = itertools.count(), {}, {}, {}

    def post(self, user, post_id):
        self.authored.setdefault(user, []).append((next(self.clock), post_id))
        self.loved[post_id] = {}

    def follow(self, a, b):
        self.friends.setdefault(a, {})[b] = True

    def unfollow(self, a, b):
        self.friends.get(a, {}).pop(b, None)

    def like(self, user, post_id):
        self.loved.get(post_id, {})[user] = True

    def likes(self, post_id):
        return len(self.loved.get(post_id, {}))

    def feed(self, user):
        authors = dict.fromkeys([user, *self.friends.get(user, {})])
        streams = [reversed(self.authored[a]) for a in authors if a in self.authored]
        return [post_id for _, post_id in islice(merge(*streams, reverse=True), 10)]


if __name__ == "__main__":
    feed = newsFeed()
    feed.post(1, int(input()))
