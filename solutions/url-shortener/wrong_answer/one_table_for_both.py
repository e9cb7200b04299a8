"""Wrong: codes and URLs share one dictionary, so a URL that reads like a code is taken for it."""


class UrlShortener:
    def __init__(self):
        self.number, self.table, self.opened = 0, {}, Counter()

    def shorten(self, url):
        if url not in self.table:
            self.number += 1
            while str(self.number) in self.table:
                self.number += 1
            self.table[url], self.table[str(self.number)] = str(self.number), url
        return self.table[url]

    def expand(self, code):
        if code in self.table:
            self.opened[code] += 1
        return self.table.get(code)

    def alias(self, url, code):
        if not re.fullmatch("[0-9A-Za-z]{1,7}", code) or code in self.table:
            return False
        self.table[code] = url
        return True

    def clicks(self, code):
        return self.opened[code]
