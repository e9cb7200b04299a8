-- expect: CE
-- tries: to delete below a WITH
-- stopped by: authorizer
WITH d AS (SELECT 1) DELETE FROM staff; 
