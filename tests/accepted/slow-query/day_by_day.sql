-- Days come from a recursive table; each is a range of the index.
CREATE INDEX b ON orders(status, created_at); CREATE INDEX c ON items(order_id);
WITH RECURSIVE d(day) AS (SELECT '2026-05-31' UNION ALL SELECT date(day, '+1 day') FROM d WHERE day < '2026-06-30')
SELECT u.name, SUM(i.quantity*i.cents) AS total FROM d CROSS JOIN orders o CROSS JOIN users u CROSS JOIN items i
WHERE o.status='paid' AND o.created_at >= d.day AND o.created_at < date(d.day,'+1 day') AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' AND u.id=o.user_id AND u.country='SE' AND i.order_id=o.id GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10
