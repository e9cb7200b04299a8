-- expect: CE
-- tries: to answer twice
-- stopped by: statements
SELECT name, boss FROM staff; SELECT 1, 1;
