-- expect: RTE
-- tries: to join a text that grows for ever
-- stopped by: length
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100000) SELECT group_concat(printf('%.*c', 1000, 'x')), 1 FROM n;
