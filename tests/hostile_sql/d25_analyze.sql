-- expect: CE
-- tries: to have the planner count rows
-- stopped by: statements
ANALYZE; SELECT name, boss FROM staff;
