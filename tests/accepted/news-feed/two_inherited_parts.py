class Likes:
    def __init__(self):
        self._likes = {}

    def like(self, user, post_id):
        if post_id in self._likes:
            self._likes[post_id].add(user)

    def likes(self, post_id):
        return len(self._likes.get(post_id, ()))


class Follows:
    def __init__(self):
        self._follows = defaultdict(set)

    def follow(self, a, b):
        self._follows[a].add(b)

    def unfollow(self, a, b):
        self._follows[a].discard(b)


class NewsFeed(Likes, Follows):
    def __init__(self):
        Likes.__init__(self)
        Follows.__init__(self)
        self._times = iter(range(10 ** 9))
        self._posts = defaultdict(list)

    def post(self, user, post_id):
        self._likes[post_id] = set()
        self._posts[user].append((next(self._times), post_id))

    def feed(self, user):
        authors = {user, *self._follows[user]}
        recent = [p for a in authors if a in self._posts for p in self._posts[a][-10:]]
        return [post_id for _, post_id in sorted(recent)[:-11:-1]]
