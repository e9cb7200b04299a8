-- Slow: the slow query as it was found: for each user, all orders are looked at.
SELECT name, total
FROM (
    SELECT u.name AS name,
           (SELECT SUM(i.quantity * i.cents)
            FROM orders AS o, items AS i
            WHERE i.order_id = o.id
              AND o.user_id = u.id
              AND lower(o.status) = 'paid'
              AND datetime(o.created_at) > '2026-05-31 12:00:00'
              AND (datetime(o.created_at) < '2026-06-30 12:00:00'
                   OR datetime(o.created_at) = '2026-06-30 12:00:00')) AS total
    FROM users AS u
    WHERE u.country = 'SE'
)
WHERE total IS NOT NULL
ORDER BY total DESC, name
LIMIT 10;
