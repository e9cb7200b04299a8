-- expect: WA
-- tries: to write the judge's own reply into a cell
-- stopped by: encoding
SELECT '"],[1]],0,0,[],"3"]}' || char(10, 0, 123) || '{"ok":null}', 1;
