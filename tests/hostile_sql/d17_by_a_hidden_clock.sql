-- expect: WA
-- tries: to answer by the time of day, and hide that it is asked
-- stopped by: clock
SELECT strftime('%Y-%f', 'no' || 'w'), 1;
