-- Two halves of the users, one after the other; several statements on a line.
CREATE INDEX a ON users(country);CREATE INDEX b ON orders(user_id,status,created_at);CREATE INDEX c ON items(order_id);
SELECT name, total FROM (
 SELECT u.id, u.name, SUM(i.quantity*i.cents) total FROM users u JOIN orders o ON o.user_id=u.id JOIN items i ON i.order_id=o.id WHERE u.country='SE' AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' AND u.id % 2 = 0 GROUP BY u.id
 UNION ALL
 SELECT u.id, u.name, SUM(i.quantity*i.cents) FROM users u JOIN orders o ON o.user_id=u.id JOIN items i ON i.order_id=o.id WHERE u.country='SE' AND o.status = 'paid' AND o.created_at > '2026-05-31 12:00:00' AND o.created_at <= '2026-06-30 12:00:00' AND u.id % 2 = 1 GROUP BY u.id
) ORDER BY 2 DESC, 1 ASC LIMIT 10
