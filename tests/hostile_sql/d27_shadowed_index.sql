-- expect: WA|CE
-- tries: to answer from a table of its own by the name of the judge's
-- stopped by: tables
WITH staff(name, boss) AS (VALUES ('x', 'y')) SELECT name, boss FROM staff;
