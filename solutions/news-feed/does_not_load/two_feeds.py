"""Does not load: two classes that both bear the name of the entry."""


class NewsFeed:
    def __init__(self):
        self.posts = []

    def post(self, user, post_id):
        self.posts.append(post_id)


class Newsfeed(NewsFeed):
    def feed(self, user):
        return self.posts[-10:][::-1]
