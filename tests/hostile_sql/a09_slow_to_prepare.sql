-- expect: CE|TLE|MLE
-- tries: to make the parser expand what doubles in each line
-- stopped by: clock, program length
WITH a AS (SELECT 1 x), b AS (SELECT * FROM a, a y), c AS (SELECT * FROM b, b y), d AS (SELECT * FROM c, c y), e AS (SELECT * FROM d, d y), f AS (SELECT * FROM e, e y), g AS (SELECT * FROM f, f y), h AS (SELECT * FROM g, g y), i AS (SELECT * FROM h, h y), j AS (SELECT * FROM i, i y) SELECT count(*), 1 FROM j, j y;
