import sqlite3

QUERY = """
with recursive walk(message, rest) as (
    select '', ?
    union all
    select message || char(64 + cast(substr(rest, 1, size) as integer)), substr(rest, size + 1)
    from walk, (select 1 as size union all select 2)
    where length(rest) >= size and substr(rest, 1, 1) <> '0'
    and cast(substr(rest, 1, size) as integer) <= 26
)
select message from walk where rest = ''
"""

class Solution:
    def decodeDigits(self, digits: str) -> List[str]:
        if not digits:
            return []
        with sqlite3.connect(":memory:") as con:
            return [row[0] for row in con.execute(QUERY, (digits,))]
