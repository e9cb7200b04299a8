-- Slow: there is an index on the time, but not on what a function makes of it: every order is read.
CREATE INDEX orders_in_time ON orders(created_at);
CREATE INDEX items_of_order ON items(order_id);

SELECT u.name, SUM(i.quantity * i.cents) AS total
FROM orders o CROSS JOIN users u CROSS JOIN items i
WHERE julianday(o.created_at) > julianday('2026-05-31 12:00:00')
  AND julianday(o.created_at) <= julianday('2026-06-30 12:00:00')
  AND o.status = 'paid' AND u.id = o.user_id AND u.country = 'SE' AND i.order_id = o.id
GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
