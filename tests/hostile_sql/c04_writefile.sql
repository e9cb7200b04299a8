-- expect: CE
-- tries: to write a file by a function of the shell
-- stopped by: functions
SELECT writefile('/tmp/x', 'y'), 1;
