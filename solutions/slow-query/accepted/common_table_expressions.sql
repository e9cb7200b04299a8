-- Accepted: one step of the way in each common table expression.
CREATE INDEX ON_COUNTRY ON users(country);
create index if not exists on_user on orders(user_id);
create index if not exists on_order on items(order_id);

WITH recent AS (
    SELECT orders.id, orders.user_id
    FROM users JOIN orders ON orders.user_id = users.id
    WHERE users.country = 'SE'
      AND orders.status = 'paid'
      AND orders.created_at > '2026-05-31 12:00:00'
      AND orders.created_at <= '2026-06-30 12:00:00'
), sums AS (
    SELECT recent.user_id, SUM(items.quantity * items.cents) AS total
    FROM recent JOIN items ON items.order_id = recent.id
    GROUP BY recent.user_id
)
SELECT users.name, sums.total
FROM sums JOIN users ON users.id = sums.user_id
ORDER BY sums.total DESC, users.name
LIMIT 10;
