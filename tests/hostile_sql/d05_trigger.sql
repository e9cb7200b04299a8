-- expect: CE
-- tries: to leave a trigger behind
-- stopped by: authorizer
CREATE TRIGGER t AFTER INSERT ON staff BEGIN SELECT 1; END; SELECT name, boss FROM staff;
