class NewsFeed:
    def __init__(self):
        self.t = 0
        self.tweets = collections.defaultdict(lambda: deque(maxlen=10))
        self.following = collections.defaultdict(set)
        self.like_sets = {}

    def post(self, user: int, post_id: int) -> None:
        self.t += 1
        self.tweets[user].append((self.t, post_id))
        self.like_sets[post_id] = set()

    def follow(self, a: int, b: int) -> None:
        if a != b:
            self.following[a].add(b)

    def unfollow(self, a: int, b: int) -> None:
        self.following[a].discard(b)

    def like(self, user: int, post_id: int) -> None:
        if post_id in self.like_sets:
            self.like_sets[post_id].add(user)

    def likes(self, post_id: int) -> int:
        return len(self.like_sets.get(post_id, set()))

    def feed(self, user: int) -> List[int]:
        people = [user, *self.following.get(user, ())]
        newest = nlargest(10, (t for p in people for t in self.tweets.get(p, ())))
        return [post_id for _, post_id in newest]
