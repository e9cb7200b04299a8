class View:
    __slots__ = ("page", "user", "at", "next")

    def __init__(self, page, user, at):
        self.page, self.user, self.at, self.next = page, user, at, None


class Analytics:
    def __init__(self):
        self.head = self.tail = None
        self.pages = {}

    def record(self, page, user, at):
        while self.head is not None and self.head.at <= at - 3600:
            self._remove(self.head)
            self.head = self.head.next
        view = View(page, user, at)
        if self.head is None:
            self.head = self.tail = view
        else:
            self.tail.next = view
            self.tail = view
        info = self.pages.get(page)
        if info is None:
            info = self.pages[page] = {"times": [], "old": 0, "users": {}}
        info["times"].append(at)
        info["users"][user] = view

    def _remove(self, view):
        info = self.pages[view.page]
        info["old"] += 1
        if info["users"].get(view.user) is view:
            info["users"].pop(view.user)
        if info["old"] == len(info["times"]):
            self.pages.pop(view.page)
        elif info["old"] > 100 and info["old"] * 2 > len(info["times"]):
            info["times"] = info["times"][info["old"]:]
            info["old"] = 0

    def views(self, page, window, now):
        info = self.pages.get(page)
        return 0 if info is None else len(info["times"]) - bisect_right(info["times"], now - window)

    def unique_users(self, page, window, now):
        info = self.pages.get(page)
        return 0 if info is None else sum(v.at > now - window for v in info["users"].values())

    def top(self, k, window, now):
        best = sorted(self.pages, key=lambda p: (-self.views(p, window, now), p))
        return [p for p in best[:k] if self.views(p, window, now)]
