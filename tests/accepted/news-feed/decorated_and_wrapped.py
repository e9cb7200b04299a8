import functools, logging, inspect

log = logging.getLogger("feed")
log.addHandler(logging.NullHandler())

def traced(cls):
    for name, method in inspect.getmembers(cls, inspect.isfunction):
        if not name.startswith("_"):
            @functools.wraps(method)
            def call(self, *args, _method=method, **names):
                log.debug("%s%r", _method.__name__, args)
                return _method(self, *args, **names)
            setattr(cls, name, call)
    return cls

@traced
class NewsFeed:
    def __init__(self):
        self.posts = defaultdict(list)
        self.friends = defaultdict(set)
        self.fans = {}
        self.time = 0

    def post(self, user, post_id):
        self.time += 1
        self.posts[user].append((self.time, post_id))
        self.fans[post_id] = set()

    def follow(self, a, b):
        self.friends[a].add(b)

    def unfollow(self, a, b):
        self.friends[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id):
        return len(self.fans.get(post_id, ()))

    def feed(self, user):
        heap = [(-t[-1][0], a, len(t) - 1) for a in self.friends[user] | {user} if (t := self.posts.get(a))]
        heapify(heap)
        out = []
        while heap and len(out) < 10:
            _, a, i = heappop(heap)
            out.append(self.posts[a][i][1])
            if i:
                heappush(heap, (-self.posts[a][i - 1][0], a, i - 1))
        return out
