-- expect: CE
-- tries: to have a value put in
-- stopped by: variables
SELECT ?, :x;
