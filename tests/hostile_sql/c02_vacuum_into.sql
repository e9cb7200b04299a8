-- expect: CE
-- tries: to write a file with VACUUM INTO
-- stopped by: statements
VACUUM INTO '/tmp/written.db'; SELECT 1, 1;
