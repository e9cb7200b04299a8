-- expect: CE
-- tries: to read memory by a pointer
-- stopped by: functions
SELECT carray(1, 2), fts5(1);
