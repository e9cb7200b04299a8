-- expect: CE
-- tries: to answer with a program's listing
-- stopped by: statements
EXPLAIN SELECT name, boss FROM staff;
