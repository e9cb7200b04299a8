-- Does not load: SQLite has no INTERVAL.
SELECT u.name, SUM(i.quantity * i.cents) AS total
FROM users u JOIN orders o ON o.user_id = u.id JOIN items i ON i.order_id = o.id
WHERE u.country = 'SE' AND o.status = 'paid'
  AND o.created_at > TIMESTAMP '2026-06-30 12:00:00' - INTERVAL 30 DAY
GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
