-- expect: TLE|OLE
-- tries: to answer without end
-- stopped by: steps, answer
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 300000) SELECT x, 1 FROM n;
