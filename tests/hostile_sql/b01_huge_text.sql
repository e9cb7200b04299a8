-- expect: RTE
-- tries: to make a text of a gigabyte
-- stopped by: length
SELECT printf('%.*c', 1000000000, 'a'), 1;
