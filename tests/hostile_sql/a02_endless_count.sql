-- expect: TLE
-- tries: to run for ever and answer nothing meanwhile
-- stopped by: steps
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;
