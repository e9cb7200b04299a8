-- expect: TLE|OLE
-- tries: to answer with rows of a megabyte
-- stopped by: steps, answer
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000) SELECT printf('%.*c', 900000, 'a'), x FROM n;
