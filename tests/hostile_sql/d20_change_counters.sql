-- expect: CE
-- tries: to carry something from case to case
-- stopped by: functions
SELECT total_changes(), last_insert_rowid();
