"""Reference: own posts by author with a running number, and a heap over the newest of each when reading.

Time: O(f + 10 log f) for a feed of f followed users, O(1) for all others.
"""
from heapq import heapify, heappop, heapreplace


class NewsFeed:
    def __init__(self):
        self.number = 0
        self.posts = {}
        self.following = {}
        self.liked_by = {}

    def post(self, user, post_id):
        self.number += 1
        self.posts.setdefault(user, []).append((-self.number, post_id))
        self.liked_by[post_id] = set()

    def follow(self, a, b):
        if a != b:
            self.following.setdefault(a, set()).add(b)

    def unfollow(self, a, b):
        if a in self.following:
            self.following[a].discard(b)

    def like(self, user, post_id):
        if post_id in self.liked_by:
            self.liked_by[post_id].add(user)

    def likes(self, post_id):
        return len(self.liked_by.get(post_id, ()))

    def feed(self, user):
        heap = []
        for author in (user, *self.following.get(user, ())):
            posts = self.posts.get(author)
            if posts:
                heap.append((*posts[-1], len(posts) - 1, posts))
        heapify(heap)
        newest = []
        while heap and len(newest) < 10:
            _, post_id, place, posts = heap[0]
            newest.append(post_id)
            if place:
                heapreplace(heap, (*posts[place - 1], place - 1, posts))
            else:
                heappop(heap)
        return newest
