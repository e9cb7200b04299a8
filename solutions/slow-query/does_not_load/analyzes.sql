-- Does not load: statistics would help the planner, but only indexes may be made.
CREATE INDEX users_by_country ON users(country);
ANALYZE;
SELECT name, 0 FROM users WHERE country = 'SE' LIMIT 10;
