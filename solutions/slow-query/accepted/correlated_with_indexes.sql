-- Accepted: the slow query's shape is kept: with the right indexes, one sum for each user is cheap.
CREATE INDEX a ON users(country, name);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id, quantity, cents);

SELECT name, total
FROM (
    SELECT u.name,
           (SELECT SUM(i.quantity * i.cents)
            FROM orders o JOIN items i ON i.order_id = o.id
            WHERE o.user_id = u.id
              AND o.status = 'paid'
              AND o.created_at > '2026-05-31 12:00:00'
              AND o.created_at <= '2026-06-30 12:00:00') AS total
    FROM users u
    WHERE u.country = 'SE'
)
WHERE total IS NOT NULL
ORDER BY total DESC, name
LIMIT 10;
