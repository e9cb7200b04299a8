-- expect: CE
-- tries: to load machine code
-- stopped by: functions
SELECT load_extension('/modules/apsw/sqlite_extra_binaries/x'), 1;
