import heapq

class NewsFeed:
    def __init__(self):
        self.time = 0
        self.by_user = {}
        self.edges = {}
        self.liked = {}

    def post(self, user, post_id):
        self.time += 1
        self.by_user.setdefault(user, []).append((self.time, post_id))
        self.liked.setdefault(post_id, set())

    def follow(self, a, b):
        self.edges.setdefault(a, {})[b] = True

    def unfollow(self, a, b):
        self.edges.get(a, {}).pop(b, None)

    def like(self, user, post_id):
        if post_id in self.liked:
            self.liked[post_id] |= {user}

    def likes(self, post_id):
        return len(self.liked.get(post_id, []))

    def feed(self, user):
        top = []
        for author in dict.fromkeys([user, *self.edges.get(user, [])]):
            for entry in reversed(self.by_user.get(author, [])):
                if len(top) < 10:
                    heapq.heappush(top, entry)
                elif entry > top[0]:
                    heapq.heapreplace(top, entry)
                else:
                    break
        return [post_id for _, post_id in sorted(top, reverse=True)]
