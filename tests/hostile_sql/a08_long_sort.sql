-- expect: TLE|MLE
-- tries: to sort more than fits
-- stopped by: steps, memory
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x, printf('%.*c', 100000, 'z') FROM n ORDER BY 2, 1;
