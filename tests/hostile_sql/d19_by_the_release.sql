-- expect: CE
-- tries: to answer by the release of SQLite
-- stopped by: functions
SELECT sqlite_version(), sqlite_source_id();
