-- expect: TLE
-- tries: to run for ever in a query that never ends
-- stopped by: steps
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
