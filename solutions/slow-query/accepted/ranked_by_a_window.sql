-- Accepted: a window function numbers the users, in place of LIMIT.
CREATE INDEX i1 ON users(country);
CREATE INDEX i2 ON orders(user_id, created_at, status);
CREATE INDEX i3 ON items(order_id);

WITH sums AS (
    SELECT u.id, u.name, SUM(i.quantity * i.cents) AS total
    FROM users u
    INNER JOIN orders o ON o.user_id = u.id
    INNER JOIN items i ON i.order_id = o.id
    WHERE u.country = 'SE' AND o.status = 'paid'
      AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00'
    GROUP BY u.id, u.name
), ranked AS (
    SELECT name, total, ROW_NUMBER() OVER (ORDER BY total DESC, name) AS place FROM sums
)
SELECT name, total FROM ranked WHERE place <= 10 ORDER BY place;
