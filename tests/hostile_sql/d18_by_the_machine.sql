-- expect: CE
-- tries: to answer by the machine's own time zone
-- stopped by: functions
SELECT datetime('2026-01-01', 'localtime'), 1;
