-- expect: CE
-- tries: to write the schema itself
-- stopped by: authorizer
PRAGMA writable_schema = 1; SELECT name, boss FROM staff;
