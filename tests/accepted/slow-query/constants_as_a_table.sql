-- The constants as a table of one row, and a left join whose NULLs are left out.
CREATE INDEX x ON users(country); CREATE INDEX y ON orders(user_id); CREATE INDEX z ON items(order_id);
WITH p(c, s, lo, hi) AS (VALUES ('SE', 'paid', '2026-05-31 12:00:00', '2026-06-30 12:00:00'))
SELECT u.name, SUM(i.quantity*i.cents) total
FROM p JOIN users u ON u.country = p.c
JOIN orders o ON o.user_id = u.id AND o.status = p.s AND o.created_at > p.lo AND o.created_at <= p.hi
LEFT JOIN items i ON i.order_id = o.id
GROUP BY u.id HAVING total IS NOT NULL
ORDER BY total DESC, u.name LIMIT 10;
