-- expect: CE
-- tries: to read settings through a table
-- stopped by: tables
SELECT name, 1 FROM pragma_function_list;
