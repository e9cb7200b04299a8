-- An index on the product, a UNIQUE and a partial one.
CREATE INDEX a ON users(country) WHERE country IS NOT NULL; CREATE UNIQUE INDEX IF NOT EXISTS d ON orders(user_id DESC, created_at DESC, status, id); CREATE INDEX e ON items(order_id, quantity*cents);
SELECT u.name, SUM(i.quantity*i.cents) FILTER (WHERE i.cents > 0) AS total FROM users u JOIN orders o ON o.user_id=u.id JOIN items i ON i.order_id=o.id WHERE u.country='SE' AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' GROUP BY u.id, u.name ORDER BY total DESC, u.name LIMIT 10
