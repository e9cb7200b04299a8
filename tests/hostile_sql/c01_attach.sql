-- expect: CE
-- tries: to open a file of the host
-- stopped by: authorizer
ATTACH 'file:/etc/passwd' AS p; SELECT 1, 1;
