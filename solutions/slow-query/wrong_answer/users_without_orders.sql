-- Wrong: A LEFT JOIN keeps users who bought nothing.
CREATE INDEX users_by_country ON users(country);
CREATE INDEX orders_of_user ON orders(user_id, status, created_at);
CREATE INDEX items_of_order ON items(order_id);

SELECT u.name, COALESCE(SUM(i.quantity * i.cents), 0) AS total
FROM users u
LEFT JOIN orders o ON o.user_id = u.id AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00'
LEFT JOIN items i ON i.order_id = o.id
WHERE u.country = 'SE'
GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
