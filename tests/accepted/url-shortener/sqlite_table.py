import sqlite3
from contextlib import closing

class UrlShortener:
    def __init__(self):
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.execute("create table links (code text primary key collate binary, url text not null, clicks integer not null default 0) without rowid")
        self.last = 0

    def _add(self, code, url):
        return self.db.execute("insert or ignore into links (code, url) values (?, ?)", (code, url)).rowcount == 1

    def shorten(self, url):
        while True:
            self.last += 1
            code = format(self.last, "x")
            if self._add(code, url):
                return code

    def expand(self, code):
        with closing(self.db.execute("update links set clicks = clicks + 1 where code = ?", (code,))):
            row = self.db.execute("select url from links where code = ?", (code,)).fetchone()
        return row[0] if row else None

    def alias(self, url, code):
        return fullmatch(r"[0-9A-Za-z]{1,7}", code) is not None and self._add(code, url)

    def clicks(self, code):
        row = self.db.execute("select clicks from links where code = ?", (code,)).fetchone()
        return row[0] if row else 0
