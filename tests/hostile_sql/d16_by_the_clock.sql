-- expect: CE
-- tries: to answer by the time of day
-- stopped by: functions
SELECT name, strftime('%f', 'now') FROM staff;
