class Post:
    __slots__ = ("id", "time", "older")
    def __init__(self, id, time, older):
        self.id, self.time, self.older = id, time, older

    def __lt__(self, other):
        return self.time > other.time

class NewsFeed:
    def __init__(self):
        self.now, self.newest, self.followed, self.hearts = 0, {}, {}, {}

    def post(self, user, post_id):
        self.now += 1
        self.newest[user] = Post(post_id, self.now, self.newest.get(user))
        self.hearts[post_id] = set()

    def follow(self, a, b):
        self.followed.setdefault(a, set()).add(b)

    def unfollow(self, a, b):
        self.followed.get(a, set()).discard(b)

    def like(self, user, post_id):
        self.hearts.get(post_id, set()).add(user)

    def likes(self, post_id):
        return len(self.hearts[post_id]) if post_id in self.hearts else 0

    def feed(self, user):
        heap = [self.newest[a] for a in {user} | self.followed.get(user, set()) if a in self.newest]
        heapify(heap)
        out = []
        while heap and len(out) < 10:
            post = heap[0]
            out.append(post.id)
            if post.older:
                heapreplace(heap, post.older)
            else:
                heappop(heap)
        return out
