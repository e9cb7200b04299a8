-- Line ends and byte order mark of Windows, and no end of the last line.
CREATE INDEX a ON users(country);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id);
SELECT u.name, SUM(i.quantity*i.cents) AS total FROM users u JOIN orders o ON o.user_id=u.id JOIN items i ON i.order_id=o.id WHERE u.country='SE' AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10