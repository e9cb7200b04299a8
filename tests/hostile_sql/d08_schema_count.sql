-- expect: CE
-- tries: to learn of the schema without a column
-- stopped by: tables
SELECT count(*), 1 FROM sqlite_schema;
