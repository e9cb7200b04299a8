-- expect: CE
-- tries: to have SQLite's temporary files put elsewhere
-- stopped by: authorizer
PRAGMA temp_store_directory = '/dev/shm'; SELECT 1, 1;
