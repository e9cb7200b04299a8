-- expect: RTE
-- tries: to hand LIKE a pattern of a million characters
-- stopped by: length
SELECT 'a' LIKE printf('%.*c', 900000, '%'), 1;
