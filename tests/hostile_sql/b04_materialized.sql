-- expect: MLE|TLE
-- tries: to fill memory with a table of its own
-- stopped by: steps, memory
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n), m AS MATERIALIZED (SELECT x, printf('%.*c', 90000, 'a') s FROM n) SELECT m.x, length(m.s) FROM m, m o WHERE m.x = o.x;
