-- expect: WA|RTE
-- tries: to answer with half a character
-- stopped by: encoding
SELECT char(55296), char(0, 1114111);
