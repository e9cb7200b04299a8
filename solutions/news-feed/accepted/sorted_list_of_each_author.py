"""Accepted: a SortedList of negative numbers for each author, nested functions, typed by comments only."""


class News_Feed:
    def __init__(self):
        self.ids = []            # type: List[int]
        self.own = defaultdict(SortedList)
        self.edges = set()
        self.following = defaultdict(list)
        self.hearts = set()
        self.totals = Counter()
        self.known = set()

    def post(self, user, post_id):
        self.own[user].add(-len(self.ids))
        self.ids.append(post_id)
        self.known.add(post_id)

    def follow(self, a, b):
        if a != b and (a, b) not in self.edges:
            self.edges.add((a, b))
            self.following[a].append(b)

    def unfollow(self, a, b):
        if (a, b) in self.edges:
            self.edges.remove((a, b))
            self.following[a].remove(b)

    def like(self, user, post_id):
        if post_id in self.known and (user, post_id) not in self.hearts:
            self.hearts.add((user, post_id))
            self.totals[post_id] += 1

    def likes(self, post_id):
        return self.totals[post_id]

    def feed(self, user):
        def numbers():
            for author in [user] + self.following[user]:
                if author in self.own:
                    yield from self.own[author][:10]

        return [self.ids[-number] for number in heapq.nsmallest(10, numbers())]
