-- expect: CE
-- tries: to answer by chance
-- stopped by: functions
SELECT name, abs(random()) % 2 FROM staff;
