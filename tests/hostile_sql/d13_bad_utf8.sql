-- expect: RTE
-- tries: to answer with bytes that are no text
-- stopped by: encoding
SELECT CAST(x'ff00c3' AS TEXT), 1;
