-- expect: CE
-- tries: to roll back what the judge has put in
-- stopped by: authorizer
ROLLBACK; SELECT name, boss FROM staff;
