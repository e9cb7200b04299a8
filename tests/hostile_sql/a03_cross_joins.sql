-- expect: TLE
-- tries: to multiply tables until nothing can end
-- stopped by: steps
WITH d(x) AS (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)) SELECT count(*) FROM d a, d b, d c, d e, d f, d g, d h;
