-- expect: CE
-- tries: to read a file by a function of the shell
-- stopped by: functions
SELECT readfile('/etc/passwd'), 1;
