class NewsFeed:
    def __init__(self):
        self.events, self.users, self.marks = 0, {}, {}

    def _user(self, name):
        match self.users.get(name):
            case None:
                self.users[name] = {"posts": [], "follows": {name}}
                return self.users[name]
            case {"posts": _, "follows": _} as found:
                return found

    def post(self, user, post_id):
        self.events += 1
        self._user(user)["posts"].append((self.events, post_id))
        self.marks[post_id] = set()

    def follow(self, a, b):
        self._user(a)["follows"].add(b)

    def unfollow(self, a, b):
        if a != b:
            self._user(a)["follows"].discard(b)

    def like(self, user, post_id):
        match self.marks:
            case {**all_} if post_id in self.marks:
                self.marks[post_id].add(user)

    def likes(self, post_id):
        return len(self.marks.get(post_id, ""))

    def feed(self, user):
        lists = (self.users[a]["posts"][-10:] for a in self._user(user)["follows"] if a in self.users)
        return [p for _, p in heapq.nlargest(10, itertools.chain(*lists))]


if __name__ == "__main__":
    feed = NewsFeed()
    feed.post(1, int(input("id? ")))
