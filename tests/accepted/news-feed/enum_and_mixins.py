from enum import Enum
from dataclasses import dataclass, field

class Relation(str, Enum):
    FOLLOWS = "follows"
    LIKES = "likes"

@dataclass
class Graph:
    edges: dict = field(default_factory=lambda: {relation: defaultdict(set) for relation in Relation})

    def link(self, relation, a, b):
        self.edges[relation][a].add(b)

    def unlink(self, relation, a, b):
        self.edges[relation][a].discard(b)

class Likes:
    def like(self, user, post_id):
        if post_id in self.known:
            self.graph.link(Relation.LIKES, post_id, user)

    def likes(self, post_id):
        return len(self.graph.edges[Relation.LIKES][post_id])

class Follows:
    def follow(self, a, b):
        self.graph.link(Relation.FOLLOWS, a, b)

    def unfollow(self, a, b):
        self.graph.unlink(Relation.FOLLOWS, a, b)

class NewsFeed(Likes, Follows):
    def __init__(self):
        self.graph, self.known, self.posts, self.n = Graph(), set(), {}, 0

    def post(self, user, post_id):
        self.known.add(post_id)
        self.n -= 1
        self.posts.setdefault(user, deque(maxlen=10)).appendleft((self.n, post_id))

    def feed(self, user):
        authors = {user, *self.graph.edges[Relation.FOLLOWS][user]}
        streams = [self.posts[a] for a in authors if a in self.posts]
        return [post for _, post in islice(merge(*streams), 10)]
