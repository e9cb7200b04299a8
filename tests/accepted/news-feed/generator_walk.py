class NewsFeed(object):
    def __init__(self):
        self.log = []
        self.mine = defaultdict(list)
        self.sees = defaultdict(set)
        self.thumbs = dict()

    def post(self, user, post_id):
        self.mine[user].append(len(self.log))
        self.log.append(post_id)
        self.thumbs[post_id] = set()

    def follow(self, a, b):
        self.sees[a].add(b)

    def unfollow(self, a, b):
        self.sees[a] = self.sees[a] if b not in self.sees[a] else self.sees[a] ^ {b}

    def like(self, user, post_id):
        try:
            self.thumbs[post_id].add(user)
        except KeyError:
            print("unknown", post_id)

    def likes(self, post_id):
        try:
            return len(self.thumbs[post_id])
        except KeyError:
            return 0

    def _newest(self, user):
        places = [(-self.mine[a][-1], len(self.mine[a]) - 1, a) for a in {user, *self.sees[user]} if a in self.mine]
        heapify(places)
        while places:
            when, index, author = places[0]
            yield self.log[-when]
            if index:
                heapreplace(places, (-self.mine[author][index - 1], index - 1, author))
            else:
                heappop(places)

    def feed(self, user):
        return [post for post, _ in zip(self._newest(user), range(10))]
