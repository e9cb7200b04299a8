-- A sum over a window, and of each user the first row.
CREATE INDEX a ON users(country);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id);
WITH p AS (SELECT u.id, u.name, SUM(i.quantity*i.cents) OVER (PARTITION BY u.id) AS total, ROW_NUMBER() OVER (PARTITION BY u.id ORDER BY i.rowid) n
FROM users u JOIN orders o ON o.user_id=u.id JOIN items i ON i.order_id=o.id WHERE u.country='SE' AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00')
SELECT name, total FROM p WHERE n=1 ORDER BY total DESC, name LIMIT 10;
