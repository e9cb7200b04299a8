-- The window is a table of one row.
CREATE INDEX a ON users(country);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id);
WITH w(lo, hi) AS (VALUES ('2026-05-31 12:00:00','2026-06-30 12:00:00'))
SELECT u.name, SUM(i.quantity*i.cents) AS total FROM w CROSS JOIN users u JOIN orders o ON o.user_id=u.id AND o.status='paid' AND o.created_at>w.lo AND o.created_at<=w.hi JOIN items i ON i.order_id=o.id WHERE u.country='SE' GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
