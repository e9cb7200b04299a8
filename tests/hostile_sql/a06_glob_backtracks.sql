-- expect: WA|TLE|RTE
-- tries: to hide work in one step of GLOB
-- stopped by: length, clock
WITH t(s) AS (SELECT printf('%.*c', 900000, 'a')) SELECT s GLOB replace(printf('%.*c', 300, 'x'), 'x', '*a') || 'b', 1 FROM t;
