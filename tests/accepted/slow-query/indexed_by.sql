-- Says which index each table is read by.
CREATE INDEX a ON users(country);
CREATE INDEX b ON orders(user_id, status, created_at);
CREATE INDEX c ON items(order_id);
SELECT u.name, SUM(i.quantity*i.cents) total FROM users u INDEXED BY a, orders o INDEXED BY b, items i INDEXED BY c WHERE u.country='SE' AND o.user_id=u.id AND i.order_id=o.id AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' GROUP BY u.id ORDER BY total DESC, u.name LIMIT 10;
