-- expect: WA|TLE|RTE
-- tries: to do the work in an index, which is not charged
-- stopped by: index steps, length
CREATE INDEX i ON staff(printf('%.*c', 900000, 'a') LIKE replace(printf('%.*c', 200, 'x'), 'x', '%a') || 'b'); SELECT name, boss FROM staff;
