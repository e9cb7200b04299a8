-- EXISTS keeps users without items out; the sum is a subquery.
CREATE INDEX a ON users(country);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id);
SELECT u.name, (SELECT sum(i.quantity*i.cents) FROM orders o JOIN items i ON i.order_id=o.id WHERE o.user_id=u.id AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00') AS t
FROM users u WHERE u.country='SE' AND EXISTS (SELECT 1 FROM orders o JOIN items i ON i.order_id=o.id WHERE o.user_id=u.id AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00') ORDER BY t DESC, u.name LIMIT 10
