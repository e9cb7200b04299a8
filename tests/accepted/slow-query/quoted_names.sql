-- Names in every kind of quotes, BETWEEN, HAVING.
CREATE INDEX "ü ber" ON "users"("country"); create index [b b] on [orders]([user_id],[status],[created_at]); CREATE INDEX `c` ON `items`(`order_id`);
SELECT "u"."name" AS "Name", Sum("i"."quantity" * [i].[cents]) AS `Total` FROM "main"."users" AS "u" INNER JOIN [orders] "o" ON "o"."user_id"="u"."id" INNER JOIN items i ON i.order_id=o.id
WHERE 'SE' = u.country AND o.status IN ('paid') AND NOT o.created_at <= '2026-05-31 12:00:00' AND o.created_at BETWEEN '2026-05-31 12:00:01' AND '2026-06-30 12:00:00' GROUP BY "u"."id" HAVING "Total" > 0 ORDER BY "Total" DESC, "Name" COLLATE BINARY LIMIT 10 OFFSET 0;
