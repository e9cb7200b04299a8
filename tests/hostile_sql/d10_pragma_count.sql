-- expect: CE
-- tries: to run a PRAGMA through a table without a column
-- stopped by: tables
SELECT count(*), 1 FROM pragma_compile_options;
