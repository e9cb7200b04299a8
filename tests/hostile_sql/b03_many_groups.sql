-- expect: MLE|TLE
-- tries: to keep a group for each of endless values
-- stopped by: steps, memory
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(printf('%.*c', 90000, 'a') || x), x FROM n GROUP BY x;
