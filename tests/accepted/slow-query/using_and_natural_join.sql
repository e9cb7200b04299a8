-- USING and NATURAL JOIN over tables that rename columns.
CREATE INDEX a ON users(country);CREATE INDEX b ON orders(user_id,status,created_at);CREATE INDEX c ON items(order_id);
WITH uu AS (SELECT id AS user_id, name FROM users WHERE country IS 'SE'), oo AS (SELECT id AS order_id, user_id FROM orders o WHERE o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00')
SELECT name, SUM(quantity*cents) FROM uu JOIN oo USING (user_id) NATURAL JOIN items GROUP BY user_id ORDER BY SUM(quantity*cents) DESC, name LIMIT 10;
