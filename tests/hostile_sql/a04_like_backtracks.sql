-- expect: WA|TLE|RTE
-- tries: to hide work in one step: a pattern that LIKE tries in every way
-- stopped by: length, clock
WITH t(s) AS (SELECT printf('%.*c', 900000, 'a')) SELECT s LIKE replace(printf('%.*c', 300, 'x'), 'x', '%a') || 'b', 1 FROM t;
