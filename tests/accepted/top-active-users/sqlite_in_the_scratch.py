import sqlite3, os, tempfile
os.chdir(os.path.dirname(os.path.abspath(__file__)))

class Solution:
    def topActiveUsers(self, path: str, now: int) -> List[Tuple[str, int]]:
        handle, name = tempfile.mkstemp(suffix=".db")
        os.close(handle)
        db = sqlite3.connect(name)
        try:
            db.execute("create table hits (user text primary key, n integer)")
            with open(path, encoding="utf-8", newline="\n") as log:
                for line in log:
                    fields = line.rstrip("\n").split("\t")
                    if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                        db.execute("insert into hits values (?, 1) on conflict do update set n = n + 1", fields[1:2])
            db.commit()
            return db.execute("select user, n from hits order by n desc, user limit 10").fetchall()
        finally:
            db.close()
            os.unlink(name)
