-- Does not load: a second SELECT, left over from trying things out.
SELECT COUNT(*) FROM orders WHERE status = 'paid';
SELECT name, 0 FROM users WHERE country = 'SE' LIMIT 10;
