-- expect: CE
-- tries: to change the rows that it is asked about
-- stopped by: authorizer
INSERT INTO staff VALUES (99, 'me', NULL); SELECT name, boss FROM staff;
