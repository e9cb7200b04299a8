-- expect: CE
-- tries: to write through a virtual table
-- stopped by: authorizer
CREATE VIRTUAL TABLE t USING fts5(a); SELECT 1, 1;
