-- Covering indexes, commas for joins, HAVING.
CREATE INDEX cov_orders ON orders (created_at DESC, status, user_id);
CREATE INDEX cov_items ON items (order_id, cents, quantity);
SELECT users.name, SUM(items.cents * items.quantity)
FROM users, orders, items
WHERE users.id = orders.user_id AND orders.id = items.order_id
AND orders.created_at > '2026-05-31 12:00:00' AND orders.created_at <= '2026-06-30 12:00:00'
AND orders.status = 'paid' AND users.country = 'SE'
GROUP BY orders.user_id
HAVING COUNT(*) > 0
ORDER BY SUM(items.cents * items.quantity) DESC, users.name COLLATE BINARY
LIMIT 10 OFFSET 0;
