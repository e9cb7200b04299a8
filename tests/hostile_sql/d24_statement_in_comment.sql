-- expect: CE
-- tries: to hide a second statement behind a comment
-- stopped by: statements
SELECT name, boss FROM staff /* ; */ ; -- end
DROP TABLE staff;
