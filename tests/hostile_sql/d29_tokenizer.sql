-- expect: CE
-- tries: to hand SQLite a pointer of its own
-- stopped by: functions
SELECT fts3_tokenizer('x', x'4141414141414141'), 1;
