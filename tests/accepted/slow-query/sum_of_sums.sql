-- Sums of orders are summed; the order comes from rank().
CREATE INDEX a ON users(country);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id);
WITH s AS MATERIALIZED (SELECT o.user_id, SUM((SELECT SUM(quantity*cents) FROM items WHERE order_id=o.id)) AS t FROM orders o WHERE o.user_id IN (SELECT id FROM users WHERE country='SE') AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' GROUP BY o.user_id)
SELECT u.name, s.t FROM s JOIN users u ON u.id=s.user_id WHERE s.t IS NOT NULL ORDER BY RANK() OVER (ORDER BY s.t DESC, u.name), u.name LIMIT 10
