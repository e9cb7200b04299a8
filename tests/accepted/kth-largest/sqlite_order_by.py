import sqlite3

class Solution:
    def findKthLargest(self, nums, k):
        con = sqlite3.connect(":memory:")
        try:
            with con:
                con.execute("create table t (n integer not null)")
                con.executemany("insert into t values (?)", zip(nums))
            return con.execute("select n from t order by n desc limit 1 offset ?", (k - 1,)).fetchone()[0]
        finally:
            con.close()
