-- expect: RTE
-- tries: to double a text again and again with replace()
-- stopped by: length
WITH RECURSIVE g(s, n) AS (SELECT 'ab', 0 UNION ALL SELECT replace(s, 'ab', 'abab'), n + 1 FROM g WHERE n < 60) SELECT length(s), n FROM g;
