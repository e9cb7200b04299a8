-- Wrong: counts orders that nobody has paid.
CREATE INDEX users_by_country ON users(country);
CREATE INDEX orders_of_user ON orders(user_id, status, created_at);
CREATE INDEX items_of_order ON items(order_id);

SELECT u.name, SUM(i.quantity * i.cents) AS total
FROM users u JOIN orders o ON o.user_id = u.id JOIN items i ON i.order_id = o.id
WHERE u.country = 'SE' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00'
GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
