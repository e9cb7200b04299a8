-- expect: CE
-- tries: to reach the parts of SQLite that few use
-- stopped by: functions
SELECT rtreedepth(x'0000'), geopoly_area(x'00');
