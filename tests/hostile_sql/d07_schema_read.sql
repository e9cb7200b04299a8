-- expect: CE
-- tries: to read the schema
-- stopped by: tables
SELECT sql, 1 FROM sqlite_master;
