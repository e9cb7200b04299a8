-- expect: CE
-- tries: to take the place of a table by a view
-- stopped by: authorizer
CREATE TEMP VIEW staff AS SELECT 1 AS name, 2 AS boss; SELECT name, boss FROM staff;
