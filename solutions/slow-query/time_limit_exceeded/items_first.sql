-- Slow: sums up all items of all orders before it asks which of them count.
CREATE INDEX users_by_country ON users(country);
CREATE INDEX items_of_order ON items(order_id);

WITH sums AS MATERIALIZED (
    SELECT order_id, SUM(quantity * cents) AS cents FROM items GROUP BY order_id
)
SELECT u.name, SUM(s.cents) AS total
FROM users u JOIN orders o ON o.user_id = u.id JOIN sums s ON s.order_id = o.id
WHERE u.country = 'SE' AND o.status = 'paid'
  AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00'
GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
