-- expect: CE
-- tries: to write and answer with one statement
-- stopped by: authorizer
UPDATE staff SET boss = 'x' RETURNING name, boss;
