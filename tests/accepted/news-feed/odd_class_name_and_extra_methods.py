class Network:
    LENGTH = 10

    def __init__(self):
        self.serial, self.wall, self.friends, self.votes = 0, {}, {}, {}

    def followers(self, user):
        return [a for a, fs in self.friends.items() if user in fs]

    def post(self, user, post_id):
        self.serial += 1
        self.wall.setdefault(user, []).insert(len(self.wall[user]) if user in self.wall else 0, (self.serial, post_id))
        self.votes[post_id] = {}

    def follow(self, a, b):
        if a == b:
            return
        self.friends.setdefault(a, set()).add(b)

    def unfollow(self, a, b):
        if b in self.friends.get(a, ()):
            self.friends[a].remove(b)

    def like(self, user, post_id):
        if post_id in self.votes:
            self.votes[post_id][user] = 1

    def likes(self, post_id):
        return sum(self.votes.get(post_id, {}).values())

    def feed(self, user):
        everybody = {user}.union(self.friends.get(user, set()))
        recent = chain.from_iterable(self.wall.get(u, [])[-self.LENGTH:] for u in everybody)
        return [x[1] for x in heapq.nlargest(self.LENGTH, recent)]
