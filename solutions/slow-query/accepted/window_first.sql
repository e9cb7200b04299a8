-- Accepted: takes the orders of the window first, of whatever country, and looks the user up.
CREATE INDEX orders_in_time ON orders(status, created_at);
CREATE INDEX items_of_order ON items(order_id);

SELECT u.name, SUM(i.quantity * i.cents)
FROM orders o
CROSS JOIN users u
CROSS JOIN items i
WHERE o.status = 'paid'
  AND o.created_at > '2026-05-31 12:00:00'
  AND o.created_at <= '2026-06-30 12:00:00'
  AND u.id = o.user_id
  AND u.country = 'SE'
  AND i.order_id = o.id
GROUP BY u.id
ORDER BY 2 DESC, 1
LIMIT 10
