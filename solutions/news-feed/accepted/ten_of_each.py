"""Accepted: nlargest over the last ten posts of everybody followed, defaultdicts that nobody imported."""


class NewsFeed:
    def __init__(self):
        self.time = 0
        self.posts: Dict[int, List[Tuple[int, int]]] = defaultdict(list)
        self.follows: Dict[int, Set[int]] = defaultdict(set)
        self.fans: Dict[int, Set[int]] = {}

    def post(self, user: int, post_id: int) -> None:
        self.time += 1
        self.posts[user].append((self.time, post_id))
        self.fans[post_id] = set()

    def follow(self, a: int, b: int) -> None:
        self.follows[a].add(b)

    def unfollow(self, a: int, b: int) -> None:
        self.follows[a].discard(b)

    def like(self, user: int, post_id: int) -> None:
        if post_id in self.fans:
            self.fans[post_id].add(user)

    def likes(self, post_id: int) -> int:
        return len(self.fans.get(post_id, []))

    def feed(self, user: int) -> List[int]:
        recent = []
        for author in self.follows[user] | {user}:
            recent += self.posts[author][-10:]
        return [post_id for _, post_id in nlargest(10, recent)]
