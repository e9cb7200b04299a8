class NewsFeed:
  def __init__(self):
    self.all = {}
    self.who = {}
    self.tot = {}
    self.i = 0
  def post(self, user, post_id):
    self.i = self.i + 1
    if user not in self.all: self.all[user] = []
    self.all[user].append([self.i, post_id])
    self.tot[post_id] = []; self.tot[post_id] = set(self.tot[post_id])
  def follow(self, a, b):
    if a not in self.who: self.who[a] = set()
    self.who[a].add(b)
  def unfollow(self, a, b):
    if a in self.who:
      if b in self.who[a]:
        self.who[a].remove(b)
  def like(self, user, post_id):
    if post_id in self.tot: self.tot[post_id].add(user)
  def likes(self, post_id):
    if post_id in self.tot: return len(self.tot[post_id])
    return 0
  def feed(self, user):
    res = []
    src = set()
    src.add(user)
    if user in self.who:
      for x in self.who[user]: src.add(x)
    for x in src:
      if x in self.all:
        for y in self.all[x][-10:]: res.append(y)
    res.sort(); res.reverse()
    ans = []
    for y in res:
      if len(ans) < 10: ans.append(y[1])
    return ans
