-- expect: WA
-- tries: to answer with what JSON has no word for
-- stopped by: encoding
SELECT x'00ff', 9e999;
